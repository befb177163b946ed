namespace Infra.Cli.Live.Tls;

/// <summary>Ways to compress before encryption: RFC 3749. Its lengths tell what was encrypted, so none is the only safe one.</summary>
internal static class TlsCompression
{
    public const byte None = 0;
    public const byte Deflate = 1;
}
