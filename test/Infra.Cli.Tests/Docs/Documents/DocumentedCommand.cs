using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace Infra.Cli.Tests.Docs.Documents;

/// <summary>
/// A command in a document. A block that begins with <c>```sh</c> holds commands that work without an account, and with <c>```sh aws</c>
/// those that need AWS or the Pulumi CLI.
/// </summary>
/// <param name="Document">Where it is.</param>
/// <param name="Text">The command alone: without its comment, what it is piped into, and the variables before it.</param>
/// <param name="NeedsAws">Whether its block says so.</param>
internal sealed partial record DocumentedCommand(string Document, string Text, bool NeedsAws)
{
    public const string Language = "sh";

    /// <summary>The word behind the language that marks commands which need AWS.</summary>
    public const string AwsMark = "aws";

    /// <summary>How the program is run from the repository.</summary>
    public const string Run = "./infra ";

    /// <summary>The same in short.</summary>
    public const string Program = "infra ";

    /// <summary>The arguments for this project's program; none when it is another command.</summary>
    public string[]? InfraArguments =>
        Text.StartsWith(Run, StringComparison.Ordinal) ? Words(Text[Run.Length..])
        : Text.StartsWith(Program, StringComparison.Ordinal) ? Words(Text[Program.Length..])
        : null;

    /// <summary>Whether it starts processes and goes on until it is stopped.</summary>
    public bool IsLive => InfraArguments is ["rehearse", ..] arguments && !arguments.Contains("--fast");

    public static IEnumerable<DocumentedCommand> In(DocumentFile document) =>
        from block in document.Syntax.Descendants<FencedCodeBlock>()
        where block.Info == Language
        from line in block.Lines.ToString().Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')
        from part in Comment().Replace(line, "").Split(" && ")
        let command = Variables().Replace(Redirection().Replace(part, "").Trim(), "")
        where command.Length > 0 && !command.StartsWith("cd ", StringComparison.Ordinal)
        select new DocumentedCommand(document.Name, command, block.Arguments?.Trim() == AwsMark);

    public override string ToString() => Text;

    private static string[] Words(string text) => [.. Word().Matches(text).Select(word => word.Value.Trim('\'', '"'))];

    [GeneratedRegex(@"(^|\s)#.*$", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    // What follows is another program's, such as jq, or a file of the reader's.
    [GeneratedRegex(@"\s+(\||>).*$", RegexOptions.CultureInvariant)]
    private static partial Regex Redirection();

    [GeneratedRegex(@"^([A-Z_]+=\S*\s+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Variables();

    [GeneratedRegex("""'[^']*'|"[^"]*"|\S+""", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
