using System.Diagnostics;
using Infra.Cli.Tests.Live.Verify;
using Infra.Cli.Tests.Rehearsal.WebServers;

namespace Infra.Cli.Tests.Rehearsal.Emulation;

/// <summary>How <c>infra rehearse</c> ends, as a process: with nothing of it left.</summary>
[Category("Live")]
[Platform("Linux", Reason = "Sees processes in /proc.")]
[TestFixture(true)]
[TestFixture(false)]
internal sealed class RehearseProcessTests(bool isNginx)
{
    private ServerSandbox _sandbox = null!;

    [SetUp]
    public void Prepare()
    {
        if (isNginx)
            _ = ServerSandbox.Nginx();
        _sandbox = new();
    }

    [TearDown]
    public void Tidy() => _sandbox.Dispose();

    [TestCase("INT", true)]
    [TestCase("TERM", false)]
    public async Task Signal_ToARehearsal_EndsItWithoutAnError(string signal, bool toAll)
    {
        await using var program = Start("dev");
        var remains = await RemainsAsync(program);
        await program.ReadToAsync("Ctrl-C ends it.");

        await program.SignalAsync(signal, toAll);

        var end = await program.EndAsync();
        Assert.That((end.ExitCode, end.Error), Is.EqualTo((0, "")));
        Assert.That(remains(), Is.Empty);
    }

    [Test]
    public async Task Signal_ToADrill_IsOneMessage()
    {
        await using var program = Start("dev", "--drill");
        var remains = await RemainsAsync(program);
        await program.ReadToAsync("+00:");

        await program.SignalAsync("INT", toAll: true);

        var end = await program.EndAsync();
        Assert.That((end.ExitCode, end.Error), Is.EqualTo((2, "The rehearsal was broken off; nothing of it is left.\n")));
        Assert.That(remains(), Is.Empty);
    }

    [TestCase("dev")]
    [TestCase("prod")]
    public async Task VerifyLine_PastedIntoAShell_PassesEverything(string stack)
    {
        await using var program = Start(stack);
        var line = (await program.ReadToAsync("  verify  ")).Trim()["verify ".Length..];
        await program.ReadToAsync("Ctrl-C ends it.");

        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", line])
        {
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();

        Assert.That((shell.ExitCode, await error), Is.EqualTo((0, "")), await output);
        Assert.That(await output, Does.EndWith($" passes: {Claims.Count} pass, 0 fail, 0 could not be checked.\n"));
        var certificate = line.Split(' ').Single(word => word.EndsWith(".pem", StringComparison.Ordinal));
        var content = await File.ReadAllTextAsync(certificate);
        Assert.That(content, Does.StartWith("-----BEGIN CERTIFICATE-----\n").And.Not.Contain("PRIVATE KEY"));
    }

    [Test]
    public async Task Kill_OfARehearsal_LeavesNothing()
    {
        await using var program = Start("prod");
        var remains = await RemainsAsync(program);

        await program.SignalAsync("KILL");

        Assert.That(remains, Is.Empty.After(10).Seconds.PollEvery(20).MilliSeconds);
    }

    // Who tidies up after a kill is killed with the rest here.
    [Test]
    public async Task Kill_OfARehearsalAndAllThatItStarted_IsTidiedUpByTheNext()
    {
        await using var program = Start("prod");
        await program.ReadToAsync("Ctrl-C ends it.");
        await program.SignalAsync("KILL", toAll: true);
        await program.EndAsync();
        var left = Directory.GetDirectories(_sandbox.Folder);
        Assert.That(left, Is.Not.Empty, "what is to be gone has to be seen first");

        await using var next = Start("prod");
        await next.ReadToAsync("Ctrl-C ends it.");

        Assert.That(left.Where(Directory.Exists), Is.Empty);
    }

    private InfraProcess Start(params string[] args) => InfraProcess.Start(isNginx ? args : [.. args, "--embedded"]);

    // Reads where the site is, and what there is to be gone afterwards.
    private async Task<Func<IReadOnlyList<string>>> RemainsAsync(InfraProcess program)
    {
        var site = new Uri((await program.ReadToAsync("  site  ")).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
        var children = program.Children();
        Assert.That(children, Is.Not.Empty, "what is to be gone has to be seen first");
        return () => [.. _sandbox.Remains(site), .. children.Where(id => Directory.Exists($"/proc/{id}")).Select(id => $"process {id}")];
    }
}
