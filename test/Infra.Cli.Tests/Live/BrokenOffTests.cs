using System.Runtime.Versioning;
using Infra.Cli.Shell.Tools;
using Infra.Cli.Tests.Live.Drill;

namespace Infra.Cli.Tests.Live;

/// <summary>Tools that Ctrl-C ends before this process has heard of it.</summary>
[Platform("Unix", Reason = "Runs shell scripts.")]
[UnsupportedOSPlatform("windows")]
internal sealed class BrokenOffTests
{
    // Where the tests run in the background of a script, SIGINT is ignored here and by all that is started: it then ends by itself.
    private const string EndedBySigint = "kill -INT $$; exit 130";

    private readonly string? _path = Environment.GetEnvironmentVariable("PATH");
    private ScriptedTools _tools = null!;

    [SetUp]
    public void APathOfItsOwn()
    {
        _tools = new();
        Environment.SetEnvironmentVariable("PATH", _tools.Folder);
    }

    [TearDown]
    public void ThePathAsItWas()
    {
        Environment.SetEnvironmentVariable("PATH", _path);
        _tools.Dispose();
    }

    [TestCase(EndedBySigint)]
    [TestCase("exit 130")]
    public async Task CtrlC_ThatTheToolHeardFirst_IsNoAnswerOfTheTool(string script)
    {
        _tools.Add("ends", script);
        using var cancellation = new CancellationTokenSource();

        var run = new Tool("ends").RunAsync([], cancellation.Token);
        cancellation.CancelAfter(TimeSpan.FromMilliseconds(300));

        await Assert.ThatAsync(() => run, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task SignalToTheToolAlone_IsItsAnswer()
    {
        _tools.Add("ends", EndedBySigint);

        Assert.That((await new Tool("ends").RunAsync([], CancellationToken.None)).ExitCode, Is.EqualTo(130));
    }
}
