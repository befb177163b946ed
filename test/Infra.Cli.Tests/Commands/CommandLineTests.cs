using System.Text.RegularExpressions;
using Infra.Cli.Shell;
using Infra.Cli.Tests.Docs.Documents;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Commands;

internal sealed class CommandLineTests
{
    private static readonly string[] OfAStack = ["preview", "check", "cost", "diagram", "diff", "rehearse", "roles"];
    private static readonly string[] Verbs =
        [.. OfAStack, "report", "stacks", "init", "drift", "prices", "docs", "completions", "verify", "roll", "drill"];

    [TestCase("--help")]
    [TestCase("-h")]
    public async Task Help_OfTheProgram_HasOneLineForEachCommand(string option)
    {
        var run = await Invocation.Of(Reference.Root, option);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        foreach (var verb in OfAStack)
            Assert.That(run.Out, Does.Match($@"(?m)^  {verb} <stack> +[A-Z].*\.$"));
        foreach (var verb in Verbs)
            Assert.That(run.Out, Does.Match($@"(?m)^  {verb} .*\.$"));
        Assert.That(run.Out, Does.Not.Contain("Examples:"));
        Golden.Verify("help", run.Out);
    }

    [Test]
    public void Help_OfTheProgram_HasEveryCommandThatIsNotHidden() => Assert.That(
        ThisProgram.Command.Subcommands.Where(command => !command.Hidden).Select(command => command.Name), Is.EquivalentTo(Verbs));

    [Test]
    public void Help_OnANarrowTerminal_IsNoWider()
    {
        using var output = new StringWriter();
        var styled = Spectre.Console.AnsiConsole.Create(new() { Out = new Spectre.Console.AnsiConsoleOutput(output) });
        styled.Profile.Width = 80;
        CommandLine.Create(new Terminal(output, output, styled)).Parse("--help").Invoke(new() { Output = output });

        Assert.That(output.ToString().Split('\n'), Has.All.Length.LessThanOrEqualTo(80));
        Assert.That(output.ToString(), Does.Contain("  check <stack>        Checks a stack against").And.Contain("\n  2  Wrong usage"));
    }

    [TestCaseSource(nameof(Verbs))]
    public async Task Help_OfACommand_HasExamples(string verb)
    {
        var run = await Invocation.Of(Reference.Root, verb, "--help");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Out, Does.Match($@"Examples:\n    (infra|pulumi .*\n    infra) {verb}").And.Contain("Exit codes:\n  0  Done\n"));
    }

    [TestCase("Required command was not provided.\nRun 'infra --help' for what there is.\n")]
    [TestCase("'nope' is no command.\nRun 'infra --help' for what there is.\n", "nope")]
    [TestCase("'chekc' is no command: did you mean 'check'?\nRun 'infra --help' for what there is.\n", "chekc", "dev", "--json")]
    [TestCase("'--verison' is no command: did you mean '--version'?\nRun 'infra --help' for what there is.\n", "--verison")]
    [TestCase("Unrecognized command or argument '--nope'.\nRun 'infra preview --help' for what there is.\n", "preview", "dev", "--nope")]
    [TestCase(
        "Unrecognized command or argument '--jsno': did you mean '--json'?\nRun 'infra check --help' for what there is.\n",
        "check", "dev", "--jsno")]
    [TestCase("Required argument missing for option: '--set'.\nRun 'infra preview --help' for what there is.\n", "preview", "dev", "--set")]
    public async Task CommandLine_ThatIsWrong_IsToldOnErrorAlone(string message, params string[] args)
    {
        var run = await Invocation.Of(Reference.Root, args);

        Assert.That(run, Is.EqualTo(new Invocation(2, "", message)));
    }

    [Test]
    public async Task Version_Always_IsOfProgramAndPackages()
    {
        var run = await Invocation.Of(Reference.Root, "--version");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Out, Does.Match(
            @"\Ainfra \d+\.\d+\.\d+( \(commit [0-9a-f]{12}\S*\))?\n"
            + @"Pulumi 3\.\d+\.\S+( \(a stand-in\))?, Pulumi\.Aws 7\.[^,]+, \.NET 10\.\S+\n\z"));
        var changelog = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "CHANGELOG.md"));
        var newest = Regex.Match(changelog, @"^## .*?(\d+\.\d+\.\d+)", RegexOptions.Multiline).Groups[1].Value;
        Assert.That(run.Out, Does.Match($@"^infra {Regex.Escape(newest)}\b"), "Directory.Build.props has the version");
    }

    [Test]
    public async Task Result_ThatCanNotBeWritten_IsOneMessage()
    {
        using var errors = new StringWriter();
        var before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = Reference.Root;
        try
        {
            var exitCode = await CommandLine.RunAsync(
                ["diagram", "dev"], new Terminal(new FullDisk(), errors, Spectre.Console.AnsiConsole.Console));

            Assert.That((exitCode, errors.ToString()), Is.EqualTo((2, "can't go on: No space left on device\n")));
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }

    private sealed class FullDisk : StringWriter
    {
        public override Task WriteAsync(string? value) => throw new IOException("No space left on device");
    }
}
