using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

/// <summary>
/// The first message of a TLS handshake up to version 1.2, sent by hand: a client library would refuse to offer most of what has to
/// be refused by the server.
/// </summary>
internal static class ClientHello
{
    // Extensions: supported groups x25519 and secp256r1, point format uncompressed, signatures RSA-PKCS1 and RSA-PSS with SHA-1 and 256.
    private static readonly byte[] Extensions =
        Convert.FromHexString("000A00060004001D0017" + "000B00020100" + "000D00080006020104010804");

    /// <summary>Offers one version and one cipher suite; returns the alert, or what the server has chosen.</summary>
    public static Task<ServerReply> SendAsync(int port, ushort version, ushort cipherSuite) =>
        AskAsync(port, version, cipherSuite).InTimeAsync($"the reply to version {version:X4} with suite {cipherSuite:X4}");

    private static async Task<ServerReply> AskAsync(int port, ushort version, ushort cipherSuite)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        var stream = client.GetStream();
        await stream.WriteAsync(Message(version, cipherSuite));

        var record = new byte[5];
        await stream.ReadExactlyAsync(record);
        var body = new byte[Read(record, 3)];
        await stream.ReadExactlyAsync(body);

        // An alert is level and description; a ServerHello has the version after its header, and the suite after random and session.
        if (record[0] == 21)
            return new(body[1], 0, 0);
        return new(null, Read(body, 4), Read(body, 39 + body[38]));
    }

    private static byte[] Message(ushort version, ushort cipherSuite)
    {
        byte[] hello =
        [
            .. Big(version), .. new byte[32], 0, .. Big(2), .. Big(cipherSuite), 1, 0, .. Big((ushort)Extensions.Length), .. Extensions,
        ];
        byte[] handshake = [1, 0, .. Big((ushort)hello.Length), .. hello];
        return [22, 3, 1, .. Big((ushort)handshake.Length), .. handshake];
    }

    private static ushort Read(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));

    private static byte[] Big(ushort value) => [(byte)(value >> 8), (byte)value];
}

/// <summary>What a server makes of a ClientHello.</summary>
/// <param name="Alert">The alert that ends the handshake, e.g. 70 for a version that it does not take; none if it goes on.</param>
/// <param name="Version">The version it has chosen.</param>
/// <param name="CipherSuite">The cipher suite it has chosen.</param>
internal sealed record ServerReply(int? Alert, ushort Version, ushort CipherSuite);
