using System.Text.RegularExpressions;
using Infra.Cli.Shell;
using Infra.Tests.Support;
using Markdig.Syntax;

namespace Infra.Cli.Tests.Docs.Documents;

/// <summary>Every command that a document tells its reader to type works, as far as that shows without an account.</summary>
public sealed class CommandTests
{
    private const string FirstHour = "docs/first-hour.md";

    private static readonly IReadOnlyList<string> CiLines =
        File.ReadAllLines(Path.Combine(Repository.Root, ".ci", "run"));

    // A command begins its line or follows another, or stands behind what .ci/run runs the rest of a line by.
    private const string Beginning =
        """(?:^|[;(|&]|&& )\s*(?:[A-Z_]+=(?:\$\([^)]*\)|\S*) |check '[^']*' |tests |fresh '?|says "[^"]*" |bash -euo pipefail -c ')*""";

    // All of them in their order, on a copy.
    [Test]
    public void Commands_OfTheFirstHour_AreRunByCi()
    {
        Assert.That(IsRunByCi(".ci/copy/run"));
        Assert.That(File.ReadAllText(Path.Combine(Repository.Root, ".ci", "copy", "run")), Does.Match($@"sed .* {FirstHour} \| awk "));
    }

    [TestCaseSource(typeof(DocumentFile), nameof(DocumentFile.Names))]
    public void Blocks_OfADocument_SayWhatTheyNeed(string name)
    {
        var unclear = DocumentFile.Load(name).Syntax.Descendants<FencedCodeBlock>()
            .Select(block => (Language: block.Info, Mark: block.Arguments?.Trim() ?? ""))
            .Where(fence => fence.Language is null or "" or "bash" or "shell" or "console" or "zsh"
                || (fence.Language == DocumentedCommand.Language && fence.Mark is not ("" or DocumentedCommand.AwsMark)));

        Assert.That(unclear, Is.Empty, "begin commands with ```sh, those that need AWS with ```sh aws, and the rest with its language");
    }

    [TestCaseSource(nameof(OfThisProgram))]
    public void CommandOfThisProgram_IsOneThatThereIs(string text) =>
        Assert.That(ThisProgram.Command.Parse(Parsed(text).InfraArguments!).Errors, Is.Empty);

    [TestCaseSource(nameof(RunHere))]
    public async Task CommandOfThisProgram_WithoutAnAccount_Succeeds(string text)
    {
        var project = CopiedProject();
        try
        {
            var run = await Invocation.Of(project, Parsed(text).InfraArguments!);

            Assert.That((run.ExitCode, run.Error), Is.EqualTo((ExitCode.Done, "")), "if it needs AWS, begin its block with ```sh aws");
        }
        finally
        {
            Directory.Delete(project, recursive: true);
        }
    }

    [TestCaseSource(nameof(LeftToCi))]
    public void OtherCommand_WithoutAnAccount_IsRunByCi(string text)
    {
        var (command, filter) = text.Split(" --filter ") is [var test, var tests] ? (test, tests) : (text, null);
        var wanted = command.Replace(DocumentedCommand.Run, DocumentedCommand.Program, StringComparison.Ordinal).Split('<')[0].Trim();

        Assert.That(IsRunByCi(wanted), $"let .ci/run run '{wanted}'; if it needs AWS, begin its block with ```sh aws");
        var isPlaceholder = filter?.Contains('<', StringComparison.Ordinal) ?? true;
        Assert.That(isPlaceholder || TestFilter.SelectsAny(filter!), "it selects no test");
    }

    [TestCase("Requirement=R8", true)]
    [TestCase("TestCategory=Live", true)]
    [TestCase("FullyQualifiedName~Infra.Cli.Tests.Docs", true)]
    [TestCase("Requirement=R9", false)]
    [TestCase("FullyQualifiedName~Infra.Tests.Nothing", false)]
    public void Filter_SelectsTests_OrNone(string filter, bool selectsAny) =>
        Assert.That(TestFilter.SelectsAny(filter), Is.EqualTo(selectsAny));

    [TestCase("./infra preview dev    # what it creates", "preview|dev")]
    [TestCase("infra check prod --json | jq '.controls[] | .id'", "check|prod|--json")]
    [TestCase("infra check prod --sarif > infra.sarif", "check|prod|--sarif")]
    [TestCase("A_B=1 infra preview dev --set 'allowedCidrs=[\"::/0\"]'", "preview|dev|--set|allowedCidrs=[\"::/0\"]")]
    [TestCase("infra preview \\\n  prod", "preview|prod")]
    public void Command_OfALine_IsWhatAShellWouldRun(string line, string arguments)
    {
        var command = DocumentedCommand.In(new("x.md", $"```sh\n{line}\n```\n")).Single();

        Assert.That(string.Join('|', command.InfraArguments!).Replace("'", "", StringComparison.Ordinal), Is.EqualTo(arguments));
    }

    [TestCase("dotnet test", true)]
    [TestCase("infra rehearse dev", true)]
    [TestCase("dotnet tes", false)]
    [TestCase("Needs git and the .NET SDK", false)]
    public void RunByCi_IsAWholeCommand_AndNoComment(string command, bool isRun) => Assert.That(IsRunByCi(command), Is.EqualTo(isRun));

    [TestCase("dotnet test --filter x", true)]
    [TestCase("    tests dotnet test", true)]
    [TestCase("check 'what it is' dotnet test", true)]
    [TestCase("check 'what it is' fresh 'says \"no\" dotnet test'", true)]
    [TestCase("cd a && dotnet test", true)]
    [TestCase("    A=$(cd b && pwd) dotnet test", true)]
    [TestCase("# dotnet test", false)]
    [TestCase(": dotnet test", false)]
    [TestCase("    : dotnet test", false)]
    [TestCase("echo dotnet test", false)]
    [TestCase("check 'dotnet test' true", false)]
    [TestCase("[[ -n dotnet test ]]", false)]
    public void Line_RunsACommand_OrOnlyHasIt(string line, bool isRun) => Assert.That(Runs(line, "dotnet test"), Is.EqualTo(isRun));

    private static IEnumerable<string> OfThisProgram => Texts(command => command.InfraArguments is not null);

    private static IEnumerable<string> RunHere => Texts(command => command is { NeedsAws: false, InfraArguments: not null, IsLive: false });

    private static IEnumerable<string> LeftToCi =>
        Texts(command => !command.NeedsAws && (command.InfraArguments is null || command.IsLive) && command.Document != FirstHour);

    private static IEnumerable<string> Texts(Predicate<DocumentedCommand> condition) =>
        DocumentFile.Names.SelectMany(name => DocumentedCommand.In(DocumentFile.Load(name))).Where(command => condition(command))
            .Select(command => command.Text).Distinct();

    // More arguments may follow: what CI adds keeps the command from going on for ever.
    private static bool IsRunByCi(string command) => CiLines.Any(line => Runs(line, command));

    private static bool Runs(string line, string command) =>
        Regex.IsMatch(line, $@"{Beginning}(?:\./)?{Regex.Escape(command)}(?![\w.-])");

    private static DocumentedCommand Parsed(string text) => new("", text, NeedsAws: false);

    // Some commands write a file where they are run.
    private static string CopiedProject()
    {
        var copy = Directory.CreateTempSubdirectory("infra-docs-").FullName;
        foreach (var file in Directory.EnumerateFiles(Reference.Root, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Reference.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }
}
