using Infra.Cli.Live;
using Infra.Cli.Shell;

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
        Throws.TypeOf<InvalidUsageException>().With.Message.StartsWith("--ca empty.pem holds no certificate"));
}
