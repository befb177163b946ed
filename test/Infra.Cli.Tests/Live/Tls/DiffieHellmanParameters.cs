using System.Formats.Asn1;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Infra.Cli.Tests.Live.Tls;

/// <summary>A file with parameters for Diffie-Hellman, as servers read it: those of RFC 2409 (6.2) and RFC 3526 (3).</summary>
internal sealed class DiffieHellmanParameters : IDisposable
{
    private const string Begin =
        "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437"
        + "4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE649286651EC";

    private static readonly Dictionary<int, string> Primes = new()
    {
        [1024] = Begin + "E65381FFFFFFFFFFFFFFFF",
        [2048] = Begin
            + "E45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4A"
            + "BC9804F1746C08CA18217C32905E462E36CE3BE39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA"
            + "956AE515D2261898FA051015728E5A8AACAA68FFFFFFFFFFFFFFFF",
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("infra-dh-");

    public DiffieHellmanParameters(int bits)
    {
        File = Path.Combine(_folder.FullName, "dh.pem");
        System.IO.File.WriteAllText(File, Pem(bits));
    }

    public string File { get; }

    public static string Pem(int bits)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(BigInteger.Parse($"0{Primes[bits]}", NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            writer.WriteInteger(2);
        }

        return $"{PemEncoding.WriteString("DH PARAMETERS", writer.Encode())}\n";
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
