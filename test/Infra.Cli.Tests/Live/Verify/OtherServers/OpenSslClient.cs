using System.Diagnostics;
using System.Globalization;
using Infra.Cli.Live;

namespace Infra.Cli.Tests.Live.Verify.OtherServers;

/// <summary>A TLS client that is not ours: <c>openssl s_client</c>, as weak as it can be.</summary>
internal static class OpenSslClient
{
    /// <summary>Whether it gets through a whole handshake of one version.</summary>
    public static async Task<bool> AgreesAsync(LiveSite site, string version)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{site.Url.Port}");
        using var process = Process.Start(
            new ProcessStartInfo("openssl", ["s_client", "-connect", place, version, "-cipher", "ALL:@SECLEVEL=0"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        process.StandardInput.Close();
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
