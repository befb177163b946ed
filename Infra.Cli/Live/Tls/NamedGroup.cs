namespace Infra.Cli.Live.Tls;

/// <summary>Groups for the key exchange: https://www.iana.org/assignments/tls-parameters/tls-parameters.xhtml#tls-parameters-8.</summary>
internal enum NamedGroup : ushort
{
    Secp256r1 = 0x0017,
    Secp384r1 = 0x0018,
    Secp521r1 = 0x0019,
    X25519 = 0x001D,
    Secp256r1MLKEM768 = 0x11EB,
    X25519MLKEM768 = 0x11EC,
    Secp384r1MLKEM1024 = 0x11ED,
}
