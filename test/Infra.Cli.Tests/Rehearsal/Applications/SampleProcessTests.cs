using Infra.Cli.Tests.Rehearsal.WebServers;

namespace Infra.Cli.Tests.Rehearsal.Applications;

/// <summary>How a rehearsal of an application ends, as a process: with nothing of it left.</summary>
[Category("Live")]
[Platform("Linux", Reason = "Sees processes in /proc.")]
internal sealed class SampleProcessTests
{
    private SampleProject _project = null!;
    private ServerSandbox _sandbox = null!;

    [SetUp]
    public void Prepare()
    {
        _ = ServerSandbox.Nginx();
        _project = new();
        _sandbox = new();
    }

    [TearDown]
    public void Tidy()
    {
        _sandbox?.Dispose();
        _project?.Dispose();
    }

    [TestCase("INT", true)]
    [TestCase("KILL", false)]
    // Who tidies up is in a session of its own, and lives.
    [TestCase("KILL", true)]
    public async Task Signal_ToARehearsal_LeavesNothingOfTheApplication(string signal, bool toAll)
    {
        await using var program = InfraProcess.Start(
            Environment.GetEnvironmentVariable("PATH")!, ["rehearse", SampleProject.Stack], _project.Root);
        await program.ReadToAsync("Ctrl-C ends it.");
        Assert.That(SampleProject.Processes(_sandbox.Folder), Is.Not.Empty, "what is to be gone has to be seen first");

        await program.SignalAsync(signal, toAll);

        Assert.That(() => SampleProject.Processes(_sandbox.Folder), Is.Empty.After(10).Seconds.PollEvery(20).MilliSeconds);
        Assert.That(
            () => Directory.GetDirectories(_sandbox.Folder, "infra-application-*"),
            Is.Empty.After(10).Seconds.PollEvery(20).MilliSeconds);
    }

    [TestCase("--embedded", "an application is rehearsed behind nginx, with the configuration of the launch template, and embedded servers "
        + "serve files alone: leave --embedded out\n")]
    [TestCase("--application-command=nothing-of-the-kind", "the application is started by nothing-of-the-kind, which is not on the PATH of "
        + "this machine: install it, or give another command for here, --application-command \"...\"\n")]
    public async Task Option_ThatTheSampleCannotTake_IsOneMessage(string option, string message)
    {
        var run = await Invocation.Of(_project.Root, "rehearse", SampleProject.Stack, option);

        Assert.That(run, Is.EqualTo(new Invocation(2, "", message)));
    }

    [Test]
    public async Task ApplicationOption_OfAStackWithoutOne_IsOneMessage()
    {
        File.WriteAllText(
            Path.Combine(_project.Root, "Pulumi.plain.yaml"),
            "config:\n  aws:region: eu-west-1\n  infra:zones:\n    - eu-west-1a\n    - eu-west-1b\n");

        var run = await Invocation.Of(_project.Root, "rehearse", "plain", "--secret", "DB");

        Assert.That(run, Is.EqualTo(new Invocation(
            2,
            "",
            "--application-command and --secret are for an application, and the stack has none: leave them out, or set "
            + "applicationDirectory\n")));
    }
}
