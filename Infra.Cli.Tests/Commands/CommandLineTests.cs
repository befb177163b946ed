using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Commands;

internal sealed class CommandLineTests
{
    private static readonly string[] OfAStack = ["preview", "check", "cost", "diagram", "diff", "rehearse", "roles"];
    private static readonly string[] Verbs = [.. OfAStack, "stacks", "docs", "verify", "drill"];

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
    }

    [TestCaseSource(nameof(Verbs))]
    public async Task Help_OfACommand_HasExamples(string verb)
    {
        var run = await Invocation.Of(Reference.Root, verb, "--help");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Out, Does.Contain($"Examples:\n    infra {verb}"));
    }

    [TestCase("Required command was not provided.\n")]
    [TestCase("Required command was not provided.\nUnrecognized command or argument 'nope'.\n", "nope")]
    [TestCase("Unrecognized command or argument '--nope'.\n", "preview", "dev", "--nope")]
    [TestCase("Required argument missing for option: '--set'.\n", "preview", "dev", "--set")]
    public async Task CommandLine_ThatIsWrong_IsToldOnErrorAlone(string message, params string[] args)
    {
        var run = await Invocation.Of(Reference.Root, args);

        Assert.That(run, Is.EqualTo(new Invocation(2, "", $"{message}Run 'infra --help' for what there is.\n")));
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
