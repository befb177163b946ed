using Infra.Cli.Plan.Recording;

namespace Infra.Cli.Tests.Plan.Recording;

internal sealed class DefaultProviderTests
{
    private const string UnknownId = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    [TestCase("1.20.3", "default_1_20_3")]
    [TestCase("1.2.3-alpha.4", "default_1_2_3_alpha_4")]
    [TestCase("1.2.3-alpha-x.4+build.5", "default_1_2_3_alpha-x_4_build_5")]
    [TestCase("1.2.3+build-5", "default_1_2_3_build-5")]
    [TestCase(null, "default")]
    [TestCase("", "default")]
    public void Reference_OfAVersion_HasItInTheName(string? version, string name) =>
        Assert.That(DefaultProvider.Reference("dev", "infra", "aws:ec2/vpc:Vpc", version), Is.EqualTo(
            $"urn:pulumi:dev::infra::pulumi:providers:aws::{name}::{UnknownId}"));
}
