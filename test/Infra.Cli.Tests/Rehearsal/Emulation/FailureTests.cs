using System.Runtime.Versioning;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Emulation;
using Infra.Cli.Rehearsal.WebServers;
using Infra.Cli.Shell;
using Infra.Cli.Tests.Rehearsal.WebServers;

namespace Infra.Cli.Tests.Rehearsal.Emulation;

/// <summary>A web server that can't be started, at the start or later.</summary>
[Category("Live")]
[UnsupportedOSPlatform("windows")]
internal sealed class FailureTests
{
    private readonly string? _path = Environment.GetEnvironmentVariable("PATH");
    private ServerSandbox _sandbox = null!;
    private string _folder = null!;

    private string Program => Path.Combine(_folder, "nginx");

    [SetUp]
    public void PutAFolderOnThePath()
    {
        _folder = Directory.CreateTempSubdirectory("infra-").FullName;
        Environment.SetEnvironmentVariable("PATH", $"{_folder}{Path.PathSeparator}{_path}");
        _sandbox = new();
    }

    [TearDown]
    public void TakeItOffAgain()
    {
        _sandbox.Dispose();
        Environment.SetEnvironmentVariable("PATH", _path);
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task UntilAsync_OnceNginxIsUninstalled_SaysThatItDoesNotStart()
    {
        File.CreateSymbolicLink(Program, ServerSandbox.Nginx().Path);
        await using var stack = await StackUnderTest.StartAsync(await Declarations.Of("dev"), isNginx: true);
        File.Delete(Program);

        stack.Emulated.Break("i-1");

        await Assert.ThatAsync(
            () => stack.Emulated.UntilAsync(_ => false, StackUnderTest.Patience, CancellationToken.None),
            Throws.TypeOf<InvalidUsageException>().With.Message.Contains($"({Program}) does not start").And.Message.Contains("not found"));
    }

    [Test]
    public async Task StartAsync_NginxThatRefusesItsConfiguration_SaysSoAndLeavesNothing()
    {
        _ = ServerSandbox.Nginx();
        var dev = await Declarations.Of("dev");
        var broken = dev with { Server = dev.Server with { NginxConfiguration = $"nonsense;\n{dev.Server.NginxConfiguration}" } };

        await FailsAsync(broken, "unknown directive \"nonsense\"");
    }

    [Test]
    public async Task StartAsync_AnotherProgramNamedNginx_SaysSoAndLeavesNothing()
    {
        await File.WriteAllTextAsync(Program, "#!/bin/sh\necho nothing of the kind >&2\n");
        File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        await FailsAsync(await Declarations.Of("dev"), "nothing of the kind");
    }

    private async Task FailsAsync(RehearsedStack declared, string words)
    {
        var ports = new FreePorts();
        var (http, https) = (ports.Take(), ports.Take());

        await Assert.ThatAsync(
            () => EmulatedStack.StartAsync(declared, StackUnderTest.OptionsFor(isNginx: true, new(http, https)), CancellationToken.None),
            Throws.TypeOf<InvalidUsageException>().With.Message.Contains(words));
        Assert.That(_sandbox.Remains(new($"http://127.0.0.1:{http}")), Is.Empty);
        Assert.That(_sandbox.Remains(new($"https://127.0.0.1:{https}")), Is.Empty);
    }
}
