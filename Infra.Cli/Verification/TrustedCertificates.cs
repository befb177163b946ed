using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.Cli.StackFiles;

namespace Infra.Cli.Verification;

/// <summary>The certificates of a PEM file.</summary>
internal static class TrustedCertificates
{
    /// <summary>Reads them.</summary>
    /// <exception cref="InvalidUsageException">The file can't be read, or holds none.</exception>
    public static X509Certificate2Collection Read(string file)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPemFile(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new InvalidUsageException($"--ca {file} can't be read: {fault.Message}");
        }

        return certificates.Count > 0
            ? certificates
            : throw new InvalidUsageException($"--ca {file} holds no certificate: it must have one or more, in PEM");
    }
}
