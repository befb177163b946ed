using Infra.Cli.Live;
using Infra.Cli.Shell;
using Infra.Cli.Tests.Live.Load;

namespace Infra.Cli.Tests.Live;

internal sealed class TrustedCertificatesTests
{
    [Test]
    public void Certificate_ThatIsBroken_IsNamedByItsSource() => Assert.That(
        () => TrustedCertificates.Parse("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "--ca broken.pem"),
        Throws.TypeOf<InvalidUsageException>().With.Message.StartsWith("--ca broken.pem can't be read: "));

    [Test]
    public void Text_WithoutACertificate_IsNamedByItsSource() => Assert.That(
        () => TrustedCertificates.Parse("none here", "--ca empty.pem"),
        Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
            "--ca empty.pem holds no certificate: it must have one or more, in PEM"));

    [Test]
    public void File_ThatCanNotBeRead_IsNamed([Values("nowhere.pem", ".")] string file) => Assert.That(
        () => TrustedCertificates.Read(file),
        Throws.TypeOf<InvalidUsageException>().With.Message.StartsWith($"--ca {file} can't be read: "));

    [Test]
    public void File_WithTwo_HasBoth()
    {
        using var one = TestSite.NewCertificate();
        using var other = TestSite.NewCertificate();
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $"{one.ExportCertificatePem()}\n{other.ExportCertificatePem()}\n");

            Assert.That(
                TrustedCertificates.Read(file).Select(certificate => certificate.Thumbprint),
                Is.EqualTo([one.Thumbprint, other.Thumbprint]));

            File.WriteAllText(file, "none here");
            Assert.That(
                () => TrustedCertificates.Read(file),
                Throws.TypeOf<InvalidUsageException>().With.Message.StartsWith($"--ca {file} holds no certificate"));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
