using Pulumi;

namespace Infra.Certificates;

/// <summary>What a <see cref="Certificate"/> is made of.</summary>
public sealed class CertificateArgs : ResourceArgs
{
    /// <summary>Where the certificate comes from: AWS issues it, it is there already, or the program signs it.</summary>
    [Input("source", required: true)]
    public required CertificateSource Source { get; set; }
}
