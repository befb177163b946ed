namespace Infra.Cli.Tests.Cost.Updating;

/// <summary>What <c>infra prices</c> takes for a region: it becomes part of an address and of a file's name.</summary>
internal sealed class RegionNameTests
{
    [TestCase("eu-west-2")]
    [TestCase("us-gov-west-1")]
    [TestCase("a-b-c-d-e")]
    [TestCase("1-2-3")]
    [TestCase("eu-abcdefghijklmnopqrs-2")]
    public async Task Accepts_Parts(string region)
    {
        using var run = new UpdateRun();

        var done = await run.OfAsync(new PlayedPriceList(), region);

        Assert.That((done.ExitCode, done.Error), Is.EqualTo((0, "")));
        Assert.That(done.Out, Does.StartWith($"{region}:\n"));
    }

    [TestCase("London")]
    [TestCase("eu-west")]
    [TestCase("a-b-c-d-e-f")]
    [TestCase("eu--2")]
    [TestCase("-west-2")]
    [TestCase("eu-west-")]
    [TestCase("eu-abcdefghijklmnopqrst-2")]
    [TestCase("eu-West-2")]
    [TestCase("eu-west_2-1")]
    [TestCase("../../x-y-z")]
    [TestCase("eu-west-2/..")]
    public async Task Rejects_WhatIsNoRegion(string region)
    {
        using var run = new UpdateRun();

        var done = await run.OfAsync(new PlayedPriceList(), region, "--update");

        Assert.That(
            (done.ExitCode, done.Error), Is.EqualTo((2, $"a region is written like eu-west-2, got '{region}'\n")));
    }
}
