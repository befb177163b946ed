using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Applications;
using Infra.Cli.Shell;

namespace Infra.Cli.Plan.Declared;

/// <summary>The application that the user data starts behind nginx, by its systemd unit.</summary>
internal sealed partial record DeclaredApplication
{
    /// <summary>The words of its command; at least one.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>The variables of its environment, but for the secrets.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The names of the variables whose values a server fetches.</summary>
    public required IReadOnlyList<string> SecretNames { get; init; }

    /// <summary>The port on the server that it listens on, and nginx asks it at.</summary>
    public required int Port { get; init; }

    /// <summary>The folder on the server that it is unpacked into.</summary>
    public required string Folder { get; init; }

    /// <summary>The folder on this machine that holds it; absolute.</summary>
    public required string Source { get; init; }

    /// <summary>Reads it from a unit.</summary>
    /// <param name="unit">The unit's text.</param>
    /// <param name="owner">Who writes it, for messages.</param>
    /// <param name="secretNames">The names of the secrets.</param>
    /// <param name="source">The folder on this machine.</param>
    /// <exception cref="InvalidUsageException">It lacks what a rehearsal needs.</exception>
    public static DeclaredApplication Of(string unit, string owner, IReadOnlyList<string> secretNames, string source)
    {
        var environment = new Dictionary<string, string>();
        foreach (var variable in Values(unit, "Environment").SelectMany(UnitText.Unquoted).Select(text => text.Split('=', 2)))
            environment[variable[0]] = variable[^1];
        var words = Values(unit, "ExecStart").ToList() is [var command] ? UnitText.WordsOf(command) : [];
        var folder = Values(unit, "WorkingDirectory").LastOrDefault();
        return words is not [] && folder is not null
            && int.TryParse(environment.GetValueOrDefault(EnvironmentVariable.Port), CultureInfo.InvariantCulture, out var port)
            ? new()
            {
                Words = words,
                Environment = environment,
                SecretNames = secretNames,
                Port = port,
                Folder = folder,
                Source = source,
            }
            : throw new InvalidUsageException(
                $"the application's unit of {owner} must have ExecStart=, WorkingDirectory= and Environment=\"PORT=...\" to be rehearsed");
    }

    private static IEnumerable<string> Values(string unit, string name) =>
        Setting().Matches(unit).Where(setting => setting.Groups["name"].Value == name).Select(setting => setting.Groups["value"].Value);

    [GeneratedRegex(@"^(?<name>\w+)=(?<value>.*)$", RegexOptions.Multiline)]
    private static partial Regex Setting();
}
