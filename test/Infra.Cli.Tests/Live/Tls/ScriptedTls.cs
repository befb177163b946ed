using System.Net.Sockets;
using Infra.Cli.Live.Tls;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;

namespace Infra.Cli.Tests.Live.Tls;

/// <summary>Servers that answer each ClientHello with bytes of the test's; and what they read and write.</summary>
internal static class ScriptedTls
{
    public const string NoTls = "the answer is not TLS: a handshake begins with something else than a ServerHello";

    public static readonly byte[] Refusal = Convert.FromHexString(Hex.FatalAlert);

    public static readonly byte[] Unclear = Convert.FromHexString("16030300040E000000");

    public static RawServer Answering(Func<byte[], byte[]> answer) => new(async socket =>
    {
        var hello = new byte[4096];
        await socket.ReceiveAsync(hello);
        await socket.SendAsync(answer(hello));
        socket.Shutdown(SocketShutdown.Both);
    });

    public static bool IsForSsl2(byte[] hello) => hello[0] == 0x80;

    public static int VersionOf(byte[] hello) => (hello[9] << 8) | hello[10];

    public static bool Offers(byte[] hello, int suite) => SuitesOf(hello).Contains(suite);

    public static bool IsForTls13(byte[] hello) => Offers(hello, 0x1301);

    // After record, handshake, version, random and the session id.
    public static IEnumerable<int> SuitesOf(byte[] hello)
    {
        var start = 44 + hello[43];
        var length = (hello[start] << 8) | hello[start + 1];
        return hello.AsSpan(start + 2, length).ToArray().Chunk(2).Select(pair => (pair[0] << 8) | pair[1]);
    }

    /// <summary>A ServerHello: what follows its random number, and what it ends in, in hexadecimal digits.</summary>
    public static byte[] Hello(int version, int suite, string end = "00") =>
        Convert.FromHexString(Hex.Record(Hex.Hello((TlsVersion)version, $"{suite:X4}", end)));

    /// <summary>One of TLS 1.3, by its extension.</summary>
    public static byte[] Hello13(int suite = 0x1301) => Hello(0x0303, suite, "00" + "0006" + "002B00020304");

    /// <summary>One of TLS 1.3 that asks for a key of a group.</summary>
    public static byte[] Retry(int group) => Convert.FromHexString(
        "1603030038" + "02000034" + "0303" + "CF21AD74E59A6111BE1D8C021E65B891C2A211167ABB8C5E079E09E2C8A8339C" + "00" + "1301" + "00"
        + "000C" + "002B00020304" + $"00330002{group:X4}");
}
