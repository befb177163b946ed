using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

/// <summary>How a client that trusts one certificate makes a TLS connection to this machine.</summary>
internal static class Trusting
{
    public static SslClientAuthenticationOptions Only(X509Certificate2 certificate) => new()
    {
        TargetHost = "localhost",
        CertificateChainPolicy = new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { certificate },
            RevocationMode = X509RevocationMode.NoCheck,
        },
    };
}
