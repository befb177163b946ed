using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Shell;

namespace Infra.Cli.Live;

/// <summary>Certificates in PEM.</summary>
internal static class TrustedCertificates
{
    /// <summary>Those of a file.</summary>
    /// <exception cref="InvalidUsageException">The file can't be read, or holds none.</exception>
    public static X509Certificate2Collection Read(string file)
    {
        try
        {
            return Parse(File.ReadAllText(file), $"--ca {file}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidUsageException($"--ca {file} can't be read: {fault.Message}");
        }
    }

    /// <summary>Those of a text.</summary>
    /// <param name="pem">The text.</param>
    /// <param name="source">What it is, for a message.</param>
    /// <exception cref="InvalidUsageException">It holds none, or a broken one.</exception>
    public static X509Certificate2Collection Parse(string pem, string source)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(pem);
        }
        catch (CryptographicException fault)
        {
            throw new InvalidUsageException($"{source} can't be read: {fault.Message}");
        }

        return certificates.Count > 0
            ? certificates
            : throw new InvalidUsageException($"{source} holds no certificate: it must have one or more, in PEM");
    }
}
