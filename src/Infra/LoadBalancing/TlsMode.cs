namespace Infra.LoadBalancing;

/// <summary>Where the encryption of a request ends.</summary>
public enum TlsMode
{
    /// <summary>At the load balancer, which talks HTTP to the servers on port 80.</summary>
    Offload,

    /// <summary>At the server: the load balancer decrypts, and encrypts again to port 443 of the server.</summary>
    EndToEnd,
}
