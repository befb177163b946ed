using System.Net.Security;
using System.Runtime.Versioning;
using Infra.Cli.Tests.Live.SiteChecks;

namespace Infra.Cli.Tests.Live.Drill;

/// <summary>How <c>infra drill</c> ends when it is broken off, as a process.</summary>
[Category("Live")]
[Platform("Linux", Reason = "Sends signals.")]
[UnsupportedOSPlatform("windows")]
internal sealed class SignalTests
{
    [TestCase("INT", true)]
    [TestCase("TERM", false)]
    public async Task Signal_WhileAServerIsBroken_EndsTheDrillWithAnAccountOfIt(string signal, bool toAll)
    {
        using var tools = new ScriptedTools();
        await using var site = RawTlsServer.Start(AnswerAsync);
        tools.Pulumi($"https://{site.Address.Authority}");
        tools.Aws();
        await using var program = InfraProcess.Start(
            $"{tools.Folder}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}", ["drill", "dev", "--yes"]);
        Assert.That(
            () => tools.Calls.Any(call => call.Contains("set-instance-health", StringComparison.Ordinal)),
            Is.True.After(60).Seconds.PollEvery(20).MilliSeconds);

        await program.SignalAsync(signal, toAll);

        var end = await program.EndAsync();
        Assert.That((end.ExitCode, end.Out), Is.EqualTo((2, "")), end.Error);

        // A machine that is busy with other things may have no time for the last look.
        Assert.That(end.Error, Does.Match(
            """
            The drill was broken off, and its load is stopped\.
            i-[0-9a-f]+ was marked unhealthy, or was about to be: the group replaces it by itself\.
            (The group's settings are as they were: minimum 1, maximum 3, suspended: AZRebalance, desired 1
            |What the group is like now could not be asked: .*)\.
            $
            """.Replace("\n|", "|", StringComparison.Ordinal).Replace("\n$", "$", StringComparison.Ordinal)));
        Assert.That(program.Children(), Is.Empty);
    }

    // Nothing is broken where the site can't be reached.
    private static async Task AnswerAsync(SslStream tls)
    {
        _ = await tls.ReadAsync(new byte[4096]);
        await tls.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
    }
}
