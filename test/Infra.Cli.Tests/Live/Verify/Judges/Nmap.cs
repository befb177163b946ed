using System.Diagnostics;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Infra.Cli.Live;
using Infra.Cli.Live.Tls;

namespace Infra.Cli.Tests.Live.Verify.Judges;

/// <summary>A judge that is not ours: nmap's script ssl-enum-ciphers, which offers suite after suite over every version.</summary>
internal static class Nmap
{
    private static readonly Dictionary<string, TlsVersion> Versions = new()
    {
        ["SSLv3"] = TlsVersion.Ssl30,
        ["TLSv1.0"] = TlsVersion.Tls10,
        ["TLSv1.1"] = TlsVersion.Tls11,
        ["TLSv1.2"] = TlsVersion.Tls12,
        ["TLSv1.3"] = TlsVersion.Tls13,
    };

    /// <summary>What it sees: the suites, with the key exchange of each.</summary>
    public static async Task<IReadOnlyList<(TlsVersion Version, string Suite, string Exchange)>> AskAsync(LiveSite site)
    {
        var port = site.Url.Port.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(
            new ProcessStartInfo(
                DebianProgram.Find("nmap"),
                ["-Pn", "-sT", "-n", "-p", port, "--script", "+ssl-enum-ciphers", "-oX", "-", "127.0.0.1"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        var words = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, await words);

        using var reader = XmlReader.Create(new StringReader(output), new() { DtdProcessing = DtdProcessing.Ignore });
        return
        [
            .. XDocument.Load(reader).Descendants("script").Elements("table")
                .SelectMany(version => version.Elements("table").Where(table => Key(table) == "ciphers").Elements("table")
                    .Select(suite => (Versions[Key(version)], NameOf(Field(suite, "name")), Field(suite, "kex_info")))),
        ];
    }

    // It writes the suites of TLS 1.3 with a key exchange, which they have not.
    private static string NameOf(string suite) => suite.Replace("TLS_AKE_WITH_", "TLS_", StringComparison.Ordinal);

    private static string Key(XElement table) => (string?)table.Attribute("key") ?? "";

    private static string Field(XElement table, string key) =>
        (string?)table.Elements("elem").FirstOrDefault(elem => Key(elem) == key) ?? "";
}
