using System.Net.Security;
using System.Security.Authentication;

namespace Infra.Cli.Rehearsal.LoadBalancing;

/// <summary>What a listener's security policy lets clients negotiate.</summary>
/// <param name="Name">AWS's name of it.</param>
/// <param name="Protocols">The versions of TLS.</param>
/// <param name="CipherSuites">In the order of preference, which is the load balancer's.</param>
internal sealed record SecurityPolicy(string Name, SslProtocols Protocols, IReadOnlyList<TlsCipherSuite> CipherSuites)
{
    // SYSLIB0039 and CA5397: TLS 1.0 and 1.1 are insecure. That a policy still speaks them is what a rehearsal has to show.
#pragma warning disable SYSLIB0039, CA5397
    /// <summary>TLS 1.0 and 1.1.</summary>
    public const SslProtocols Outdated = SslProtocols.Tls | SslProtocols.Tls11;
#pragma warning restore SYSLIB0039, CA5397

    /// <summary>Whether it goes down to TLS 1.0.</summary>
    public bool IsOutdated => (Protocols & Outdated) != 0;

    /// <summary>Makes a handshake keep to it.</summary>
    /// <remarks>
    /// The key exchange is up to the machine's OpenSSL: a post-quantum policy gets its hybrid groups from version 3.5 on, and the
    /// classical ones before. Windows has one list of cipher suites for the whole machine, so there only the versions are kept to.
    /// </remarks>
    public void ApplyTo(SslServerAuthenticationOptions handshake)
    {
        handshake.EnabledSslProtocols = Protocols;
        if (!OperatingSystem.IsWindows())
            handshake.CipherSuitesPolicy = new(CipherSuites);

        // SYSLIB0040: AllowNoEncryption is obsolete. It sets OpenSSL's security level to 0, without which OpenSSL 3 has no TLS 1.0;
        // the list of cipher suites, which has none without encryption, still holds.
#pragma warning disable SYSLIB0040
        if (IsOutdated)
            handshake.EncryptionPolicy = EncryptionPolicy.AllowNoEncryption;
#pragma warning restore SYSLIB0040
    }
}
