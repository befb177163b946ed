using System.Text.RegularExpressions;
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
    public string? Nginx => HereDocument().Match(Text) is { Success: true } match ? match.Groups["text"].Value : null;

    /// <summary>The text of the unit that runs the application; none if there is no application.</summary>
    public string? ApplicationUnit => UnitDocument().Match(Text) is { Success: true } match ? match.Groups["text"].Value : null;

    /// <summary>The value that it gives a variable at the start.</summary>
    public string? Variable(string name) =>
        Regex.Match(Text, $"^{name}='(?<value>[^']*)'$", RegexOptions.Multiline) is { Success: true } match
            ? match.Groups["value"].Value
            : null;

    [GeneratedRegex(
        @"^cat > /etc/systemd/system/application\.service <<'(?<end>\w+)'\n(?<text>.*?\n)\k<end>$",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex UnitDocument();

    [GeneratedRegex(
        @"^cat > /etc/nginx/nginx\.conf <<'(?<end>\w+)'\n(?<text>.*?\n)\k<end>$",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex HereDocument();
}
