namespace Infra.Cli.Live.Tls;

/// <summary>Versions as the wire has them. Own names, since the framework's are obsolete where that is what must be refused.</summary>
internal enum TlsVersion : ushort
{
    Ssl30 = 0x0300,
    Tls10 = 0x0301,
    Tls11 = 0x0302,
    Tls12 = 0x0303,
    Tls13 = 0x0304,
}
