namespace Infra.LoadBalancing;

/// <summary>The port on which servers answer the load balancer: the protocol's own, so that nothing has to be remembered.</summary>
public static class ServerPort
{
    /// <summary>Of servers that the load balancer talks HTTP to.</summary>
    public const int Http = 80;

    /// <summary>Of servers that the load balancer talks HTTPS to.</summary>
    public const int Https = 443;

    /// <summary>The port that follows from where encryption ends.</summary>
    public static int Of(TlsMode mode) => mode == TlsMode.EndToEnd ? Https : Http;
}
