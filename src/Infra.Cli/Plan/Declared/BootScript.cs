using System.Text.RegularExpressions;
using Infra.Applications;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;

namespace Infra.Cli.Plan.Declared;

/// <summary>The user data by which a server makes itself a web server.</summary>
internal sealed partial record BootScript(string Text)
{
    /// <summary>The user data of a launch template; empty when there is none.</summary>
    public static BootScript Of(ResourceNode template) =>
        new(template.Text("userData") is { } encoded ? EncodedText.Decode(encoded) ?? encoded : "");

    /// <summary>The text of nginx.conf that it writes; none if it writes none.</summary>
    public string? Nginx => File("/etc/nginx/nginx.conf");

    /// <summary>The program by which a server takes the newest site, also while it runs; none if it names the site's version.</summary>
    public string? SiteUpdater => File(Servers.SiteUpdater.Program);

    /// <summary>The systemd unit of the application that it writes; none if it writes none.</summary>
    public string? ApplicationUnit => File(Applications.ApplicationUnit.File);

    /// <summary>The names of the variables whose values the server fetches before it starts the application.</summary>
    public IReadOnlyList<string> SecretNames => File(Applications.ApplicationUnit.SecretsProgram) is { } program
        ? [.. SecretCall().Matches(program).Select(call => call.Groups["name"].Value)]
        : [];

    /// <summary>The value that it gives a variable at the start.</summary>
    public string? Variable(string name) => Between($"\n{name}='", "'\n") is { } value && !value.Contains('\'') ? value : null;

    // Every control reads these, of many plans in tests: looked for as they stand, without an expression for each.
    private string? File(string path) =>
        Between($"\ncat > {path} <<'", "'\n") is { } end && Between($"\ncat > {path} <<'{end}'", $"\n{end}\n") is { Length: > 0 } text
            ? $"{text[1..]}\n"
            : null;

    private string? Between(string start, string end)
    {
        var at = Text.IndexOf(start, StringComparison.Ordinal);
        if (at < 0)
            return null;

        at += start.Length;
        var to = Text.IndexOf(end, at, StringComparison.Ordinal);
        return to < at ? null : Text[at..to];
    }

    [GeneratedRegex(@"^keep (?<name>\w+) (secretsmanager|ssm) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex SecretCall();
}
