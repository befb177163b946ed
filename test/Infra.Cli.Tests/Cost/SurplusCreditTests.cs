namespace Infra.Cli.Tests.Cost;

/// <summary>What a burstable server may cost above its baseline.</summary>
internal sealed class SurplusCreditTests
{
    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-credits-baseline-concepts.html; a vCPU-hour above costs $0.04 or
    // $0.05 and a month has 730 hours.
    [TestCase("t3.micro", "10 %", "$0.05", "$65.70")]
    [TestCase("t3a.large", "30 %", "$0.05", "$51.10")]
    [TestCase("t4g.nano", "5 %", "$0.04", "$55.48")]
    [TestCase("t4g.micro", "10 %", "$0.04", "$52.56")]
    [TestCase("t4g.small", "20 %", "$0.04", "$46.72")]
    [TestCase("t4g.medium", "20 %", "$0.04", "$46.72")]
    [TestCase("t4g.large", "30 %", "$0.04", "$40.88")]
    [TestCase("t4g.xlarge", "40 %", "$0.04", "$70.08")]
    [TestCase("t4g.2xlarge", "40 %", "$0.04", "$140.16")]
    public async Task Note_OfASize_HasItsBaseline(string instanceType, string baseline, string price, string most)
    {
        var estimate = await Stacks.EstimateAsync("dev", $"instanceType={instanceType}");

        Assert.That(
            estimate.Notes,
            Has.One.EqualTo(
                $"Not included: a {instanceType} that uses more than {baseline} of its processors day after day is charged {price} "
                + $"for each vCPU-hour above, at most {most} a server and month."));
    }

    [Test]
    public async Task Notes_OfAServerWithFullProcessors_SayNothingOfCredits()
    {
        var estimate = await Stacks.EstimateAsync("dev", "instanceType=m7g.large");

        Assert.That(estimate.Notes, Has.None.Contains("vCPU-hour"));
    }
}
