using Infra.Cli.Cost.Prices;

namespace Infra.Cli.Tests.Cost.Updating;

/// <summary>What <c>infra prices --update</c> takes from the lists, and says of it.</summary>
internal sealed class PriceChangesTests
{
    // Three are different without it, since the pieces have other prices than London's book.
    [TestCase("AWSELB", "\"0.0264600000\"", TestName = "{m}(a thing)")]
    [TestCase("AmazonEC2", "\"0.0188000000\"", TestName = "{m}(a server)")]
    public async Task Update_OfAPriceThatRose_TakesIt_AndSaysSo(string list, string price)
    {
        using var run = new UpdateRun();
        var before = run.Book();
        var risen = PlayedPriceList.Recorded(list).Replace(price, "\"0.0300000000\"", StringComparison.Ordinal);

        var done = await run.OfAsync(new PlayedPriceList().Answer(list, risen), "eu-west-2", "--update");

        var now = list == "AWSELB"
            ? run.Book().Find(PriceItem.LoadBalancerHour)!.Value.Tiers[0].UnitPrice
            : run.Book().FindServer("t4g.small")!.Value.Price;
        var all = before.Records.Sum(recorded => recorded.Items.Count + recorded.Servers.Count) + 1;
        Assert.That((now, done.Out), Is.EqualTo((0.03m, $"eu-west-2: {all} prices, 4 different, 1 new\n")));
    }

    // What the other lists say is taken all the same.
    [Test]
    public async Task Update_WithOneListOfNothing_WritesTheOthers()
    {
        using var run = new UpdateRun(hasBook: false);

        var done = await run.OfAsync(new PlayedPriceList().AnswerNothing("AmazonVPC", "eu-west-2"), "eu-west-2", "--update");

        Assert.Multiple(() =>
        {
            Assert.That(done.ExitCode, Is.EqualTo(1));
            Assert.That(done.Error, Does.Match("^(eu-west-2: AmazonVPC has no price of [a-z-]+; what is there stays\n)+$"));
            Assert.That(done.Out, Does.Match(@"^eu-west-2: (\d+) prices, 0 different, \1 new\n$"));
            Assert.That(run.Book().FindServer("t4g.small"), Is.Not.Null);
        });
    }
}
