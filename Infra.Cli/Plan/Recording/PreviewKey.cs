using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Infra.Cli.Plan.Recording;

/// <summary>
/// The RSA key of every previewed <c>tls:PrivateKey</c>. It protects nothing: it is public, made once for previews, and fixed so that
/// the same stack gives the same output at every run. A deployment never sees it, since there the TLS provider makes the key.
/// </summary>
internal static class PreviewKey
{
    private const int PrimeBytes = 128;

    private const string FirstPrime =
        "DC305D42B3943D90FC64A32CACD42B2C2356B35C2ECF87D51D58470F764D3EA8"
        + "AFAD338F764C8C9E0CDAD48134D80BD7016BFB0CBD8B1D048937EBC7B9601726"
        + "31975262710955A1914CE2F714564661FC65AA352CD59DBDCACDF661026D25DD"
        + "5F813C3AA57315153B4E25ED4C5C079F9244517A6228D6E3DD1144DCC0E58E4D";

    private const string SecondPrime =
        "D970C8ACCC70E26FB8BD417B9A25EC61E3C5FF690A154395C2A474F1C02DA25D"
        + "E2AC650F3F6B094708A04FE333F4DBCEB8A860871D5ECCC81C9B92B44B77667F"
        + "E4CBB762797D114CE0D34174E6D9618E1D2CCAA8E3DD1A075FA1A5C678966E5E"
        + "A58E57CC595F8C6CA7C96754F0978E62506D528E03BFD7A0FD0F0387D823DB0D";

    public static RSA Create()
    {
        var (p, q, e) = (Number(FirstPrime), Number(SecondPrime), new BigInteger(65537));
        var d = Inverse(e, (p - 1) * (q - 1));
        return RSA.Create(new RSAParameters
        {
            P = Bytes(p, PrimeBytes),
            Q = Bytes(q, PrimeBytes),
            Modulus = Bytes(p * q, 2 * PrimeBytes),
            Exponent = e.ToByteArray(isUnsigned: true, isBigEndian: true),
            D = Bytes(d, 2 * PrimeBytes),
            DP = Bytes(d % (p - 1), PrimeBytes),
            DQ = Bytes(d % (q - 1), PrimeBytes),
            InverseQ = Bytes(Inverse(q, p), PrimeBytes),
        });
    }

    private static BigInteger Number(string hexadecimal) => BigInteger.Parse("0" + hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static BigInteger Inverse(BigInteger value, BigInteger modulus)
    {
        var (previous, current) = (modulus, value % modulus);
        var (previousFactor, factor) = (BigInteger.Zero, BigInteger.One);
        while (current > 1)
        {
            var quotient = previous / current;
            (previous, current) = (current, previous - (quotient * current));
            (previousFactor, factor) = (factor, previousFactor - (quotient * factor));
        }

        return factor < 0 ? factor + modulus : factor;
    }

    private static byte[] Bytes(BigInteger value, int length)
    {
        var bytes = value.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[length - bytes.Length], .. bytes];
    }
}
