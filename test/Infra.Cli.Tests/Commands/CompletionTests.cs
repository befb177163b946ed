using System.Globalization;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Commands;

/// <summary>What can follow on a command line, and the scripts by which shells ask for it.</summary>
internal sealed class CompletionTests
{
    [TestCase("infra che", "check")]
    [TestCase("infra stack", "stacks")]
    [TestCase("./infra che", "check")]
    [TestCase("/opt/infra  che", "check")]
    [TestCase("infra check ", "dev prod")]
    [TestCase("infra check p", "prod")]
    [TestCase("infra drill ", "dev prod")]
    [TestCase("infra roll d", "dev")]
    [TestCase("infra verify --stack ", "dev prod")]
    [TestCase("infra check dev --js", "--json")]
    [TestCase("infra preview dev --set minS", "minServers=")]
    [TestCase("infra completions ", "bash fish powershell zsh")]
    [TestCase("infra serve", "")]
    [TestCase("infra nope ", "")]
    [TestCase("inf", "")]
    [TestCase("", "")]
    public async Task Complete_OfALine_IsWhatCanFollow(string line, string words)
    {
        var run = await Invocation.Of(Reference.Root, "complete", Position(line.Length), line);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(string.Join(' ', run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)), Is.EqualTo(words));
    }

    // What stands behind the cursor does not count, nor a position that is not in the line.
    [TestCase(10, "check\ncompletions\ncost\n")]
    [TestCase(99, "dev\nprod\n")]
    [TestCase(-1, "")]
    public async Task Complete_AtAPosition_LooksAtWhatStandsBefore(int position, string words)
    {
        var line = position == 10 ? "infra    c x" : "infra check ";
        var run = await Invocation.Of(Reference.Root, "complete", "--", Position(position), line);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Out, Is.EqualTo(words));
    }

    [Test]
    public async Task Stacks_WithoutAProject_AreNone()
    {
        var empty = Directory.CreateTempSubdirectory("infra-completions-").FullName;
        try
        {
            Assert.That(await Invocation.Of(empty, "complete", "12", "infra check "), Is.EqualTo(new Invocation(0, "", "")));
        }
        finally
        {
            Directory.Delete(empty);
        }
    }

    [TestCase("bash", "complete -o default -F _infra_completions infra\n")]
    [TestCase("zsh", "compdef _infra infra\n")]
    [TestCase("fish", "complete -c infra ")]
    [TestCase("powershell", "Register-ArgumentCompleter -Native -CommandName infra ")]
    public async Task Script_OfAShell_RegistersTheProgram(string shell, string text)
    {
        var run = await Invocation.Of(Reference.Root, "completions", shell);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Out, Does.Contain(text));
    }

    [Test]
    public async Task Script_OfAnotherShell_IsRefused()
    {
        var run = await Invocation.Of(Reference.Root, "completions", "tcsh");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain("'tcsh'").And.Contain("'bash'"));
    }

    private static string Position(int value) => value.ToString(CultureInfo.InvariantCulture);
}
