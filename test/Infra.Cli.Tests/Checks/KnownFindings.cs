using System.Runtime.CompilerServices;
using Infra.Cli.Checks;

namespace Infra.Cli.Tests.Checks;

/// <summary>What each bad value is told as, word by word, in <c>findings.verified.txt</c>.</summary>
internal static class KnownFindings
{
    private const string Heading = "# ";

    private static readonly Lazy<ILookup<string, string>> Known = new(Read);

    /// <summary>A control's problems, a line each.</summary>
    public static string Of(ControlResult result) => string.Join('\n', result.Findings
        .Where(finding => finding.Problem is not null)
        .Select(finding => $"{finding.Resource.Name}: {finding.Problem}"));

    /// <summary>The same as it is written down; empty when the case is not there.</summary>
    public static string Of(ControlCase @case) => Known.Value[Name(@case)].FirstOrDefault("");

    /// <summary>A case and its problems as they stand in the file.</summary>
    public static string Text(ControlCase @case, ControlResult result) => $"{Heading}{Name(@case)}\n{Of(result)}\n";

    private static string Name(ControlCase @case) => $"{@case.ControlId}, {@case.What}";

    private static ILookup<string, string> Read() => File.ReadAllText(Path.Combine(Folder(), "findings.verified.txt"))
        .Split($"\n{Heading}")
        .Select(part => part.TrimStart('#', ' ').TrimEnd('\n').Split('\n', 2))
        .ToLookup(part => part[0], part => part.ElementAtOrDefault(1) ?? "");

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
