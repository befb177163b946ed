using Infra.Tests.Support;

namespace Infra.Cli.Tests.Cost;

internal sealed class MissingPriceTests
{
    [Test]
    public async Task Region_ThatTheBookLacks_IsAnErrorWithItsName()
    {
        var run = await Invocation.Of(
            Reference.Root, "cost", "dev", "--set", "aws:region=eu-west-3", "--set", """zones=["eu-west-3a","eu-west-3b"]""");

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(run.Out, Is.Empty);
            Assert.That(run.Error, Is.EqualTo(
                "the prices of region eu-west-3 are not known, only those of eu-central-1, eu-north-1, eu-west-1, us-east-1, us-west-2: "
                + "add it to Infra.Cli/Cost/prices.json\n"));
        });
    }

    [Test]
    public async Task InstanceType_ThatTheBookLacks_IsAnErrorWithItsName()
    {
        var run = await Invocation.Of(Reference.Root, "cost", "dev", "--set", "instanceType=c5.large");

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(run.Out, Is.Empty);
            Assert.That(run.Error, Is.EqualTo(
                "the price of instance type c5.large in eu-west-1 is not known: add it to Infra.Cli/Cost/prices.json "
                + "(https://aws.amazon.com/ec2/pricing/on-demand/)\n"));
        });
    }

    [Test]
    public async Task Item_ThatTheBookLacksInARegion_IsAnErrorWithItsName()
    {
        var run = await Invocation.Of(
            Reference.Root,
            ["cost", "dev", .. Stacks.In("eu-north-1", "egress=endpoints").SelectMany(setting => new[] { "--set", setting })]);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(run.Out, Is.Empty);
            Assert.That(run.Error, Is.EqualTo(
                "the price of interface-endpoint-hour in eu-north-1 is not known: add it to Infra.Cli/Cost/prices.json "
                + "(https://aws.amazon.com/privatelink/pricing/)\n"));
        });
    }
}
