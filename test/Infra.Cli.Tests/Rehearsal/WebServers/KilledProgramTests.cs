using System.Diagnostics;
using Infra.Cli.Rehearsal.WebServers;

namespace Infra.Cli.Tests.Rehearsal.WebServers;

/// <summary>What becomes of the servers when this program is killed and can't tidy up.</summary>
[Category("Live")]
internal sealed class KilledProgramTests
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task Kill_OfAProgramWithAServer_LeavesNothingOfTheServer(bool isNginx)
    {
        if (isNginx)
            _ = ServerSandbox.Nginx();
        using var sandbox = new ServerSandbox();
        using var program = Process.Start(new ProcessStartInfo("dotnet", [typeof(WebServerFactory).Assembly.Location])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
                // A killed .NET leaves its diagnostic sockets behind.
                ["DOTNET_EnableDiagnostics"] = "0",
                [StartupHook.PreferNginx] = $"{isNginx}",
            },
        })!;
        try
        {
            var address = new Uri(await program.StandardOutput.ReadLineAsync() ?? "");
            Assert.That(sandbox.Remains(address), Has.Count.GreaterThanOrEqualTo(2), "what is to be gone has to be seen first");

            program.Kill();

            Assert.That(() => sandbox.Remains(address), Is.Empty.After(10).Seconds.PollEvery(20).MilliSeconds);
        }
        finally
        {
            program.Kill();
        }
    }
}
