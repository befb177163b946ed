using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Infra.Cli.Tests.Live.SiteChecks;

/// <summary>Signs certificates by hashes too that the framework's own signers have given up.</summary>
internal sealed class AnyHashSigner(AsymmetricAlgorithm key, RSASignaturePadding? padding) : X509SignatureGenerator
{
    private readonly X509SignatureGenerator _current = key is RSA rsa
        ? CreateForRSA(rsa, padding ?? RSASignaturePadding.Pkcs1)
        : CreateForECDsa((ECDsa)key);

    public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) => hashAlgorithm.Name switch
    {
        // RFC 4055, 3.1: without parameters RSA-PSS has SHA-1.
        "SHA1" when padding == RSASignaturePadding.Pss => Identifier("1.2.840.113549.1.1.10", writer => writer.PushSequence().Dispose()),
        "SHA1" when key is RSA => Identifier("1.2.840.113549.1.1.5", writer => writer.WriteNull()),
        "MD5" => Identifier("1.2.840.113549.1.1.4", writer => writer.WriteNull()),
        "SHA1" => Identifier("1.2.840.10045.4.1", _ => { }),
        _ => _current.GetSignatureAlgorithmIdentifier(hashAlgorithm),
    };

    public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) => key is RSA rsa
        ? rsa.SignData(data, hashAlgorithm, padding ?? RSASignaturePadding.Pkcs1)
        : ((ECDsa)key).SignData(data, hashAlgorithm, DSASignatureFormat.Rfc3279DerSequence);

    protected override PublicKey BuildPublicKey() => _current.PublicKey;

    private static byte[] Identifier(string algorithm, Action<AsnWriter> writeParameters)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(algorithm);
            writeParameters(writer);
        }

        return writer.Encode();
    }
}
