using System.Runtime.Versioning;
using Infra.Cli.StackFiles;
using Infra.Cli.Verification;

namespace Infra.Tests.Cli.Verification;

/// <summary>With a shell script that plays the Pulumi CLI.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class StackUrlTests
{
    private DirectoryInfo _folder;
    private string? _path;

    [SetUp]
    public void APathOfItsOwn()
    {
        _folder = Directory.CreateTempSubdirectory("infra-pulumi-");
        _path = Environment.GetEnvironmentVariable("PATH");
        Environment.SetEnvironmentVariable("PATH", _folder.FullName);
    }

    [TearDown]
    public void ThePathAsItWas()
    {
        Environment.SetEnvironmentVariable("PATH", _path);
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task Url_IsTheStacksOutput()
    {
        Pulumi("""[ "$*" = "stack output url --stack dev --non-interactive" ] && echo https://www.example.com""");

        Assert.That(await StackUrl.OfAsync("dev", CancellationToken.None), Is.EqualTo("https://www.example.com"));
    }

    [Test]
    public async Task Failure_IsToldInThePulumiClisWords()
    {
        Pulumi("""echo "error: no stack named 'dev' found" >&2; exit 255""");

        await Assert.ThatAsync(
            () => StackUrl.OfAsync("dev", CancellationToken.None),
            Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo("--stack dev: 'pulumi stack output url' failed: error: no stack named 'dev' found"));
    }

    [Test]
    public async Task PulumiCli_ThatIsNotThere_IsSaidToBeNeeded() =>
        await Assert.ThatAsync(
            () => StackUrl.OfAsync("dev", CancellationToken.None),
            Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
                "--stack dev needs the Pulumi CLI, and there is no 'pulumi' on PATH: install it, or give the URL itself"));

    [Test]
    public async Task PulumiCli_ThatHangs_EndsWithTheCommand()
    {
        var pidFile = Path.Combine(_folder.FullName, "pid");
        Pulumi($"echo $$ > {pidFile}.new; /bin/mv {pidFile}.new {pidFile}; exec /bin/sleep 600");
        using var end = new CancellationTokenSource();

        var asking = StackUrl.OfAsync("dev", end.Token);
        Assert.That(() => File.Exists(pidFile), Is.True.After(30).Seconds.PollEvery(10).MilliSeconds);
        await end.CancelAsync();

        await Assert.ThatAsync(() => asking, Throws.InstanceOf<OperationCanceledException>());
        var pid = (await File.ReadAllTextAsync(pidFile)).Trim();
        Assert.That(() => Directory.Exists($"/proc/{pid}"), Is.False.After(30).Seconds.PollEvery(10).MilliSeconds);
    }

    private void Pulumi(string script)
    {
        var file = Path.Combine(_folder.FullName, "pulumi");
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }
}
