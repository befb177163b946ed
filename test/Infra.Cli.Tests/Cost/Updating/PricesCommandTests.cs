using Infra.Cli.Cost.Prices;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Cost.Updating;

/// <summary><c>infra prices</c> on 2026-11-28.</summary>
internal sealed class PricesCommandTests
{
    [TestCase("prices")]
    [TestCase("london", "eu-west-2")]
    [TestCase("nowhere", "xx-north-9")]
    public async Task Output_OfEachForm_IsAsAccepted(string golden, params string[] args)
    {
        using var run = new UpdateRun();

        var done = await run.OfAsync(new PlayedPriceList(), args);

        Assert.That(done.ExitCode, Is.Zero);
        Golden.Verify(golden, done.Out);
    }

    [Test]
    public async Task Help_Always_IsAsAccepted() => Golden.Verify("help", (await Invocation.Of(Reference.Root, "prices", "--help")).Out);

    // c5 is of 2021-11-06, 1,848 days before.
    [TestCase("1848", 1)]
    [TestCase("1847", 1)]
    [TestCase("36500", 1)]
    public async Task OlderThan_WithARecordThatIsNotDated_Fails(string days, int exitCode)
    {
        using var run = new UpdateRun();

        var done = await run.OfAsync(new PlayedPriceList(), "eu-west-2", "--older-than", days);

        Assert.That(done.ExitCode, Is.EqualTo(exitCode));
    }

    // Zurich's records are of 2026-08-31, 89 days before, and of 2026-09-04.
    [TestCase("89", 0)]
    [TestCase("88", 1)]
    public async Task OlderThan_OfTheOldestRecord_Decides(string days, int exitCode)
    {
        using var run = new UpdateRun();

        var done = await run.OfAsync(new PlayedPriceList(), "eu-central-2", "--older-than", days);

        Assert.That(done.ExitCode, Is.EqualTo(exitCode), done.Out);
    }

    [TestCase("old", "--older-than", "88")]
    [TestCase("old-in-zurich", "--older-than", "88", "eu-central-2")]
    public async Task Output_OfWhatIsOld_IsAsAccepted(string golden, params string[] args)
    {
        using var run = new UpdateRun();

        var done = await run.OfAsync(new PlayedPriceList(), args);

        Assert.That(done.ExitCode, Is.EqualTo(1));
        Golden.Verify(golden, done.Out);
    }

    // One that is old is enough.
    [TestCase("eu-central-2", "ap-east-2")]
    [TestCase("ap-east-2", "eu-central-2")]
    public async Task OlderThan_OfTwoRegions_FailsIfOneIsOld(params string[] regions)
    {
        using var run = new UpdateRun();

        var done = await run.OfAsync(new PlayedPriceList(), [.. regions, "--older-than", "100"]);

        Assert.That(done.ExitCode, Is.EqualTo(1));
    }

    [TestCase("-1")]
    [TestCase("1.5")]
    [TestCase("36501")]
    [TestCase("year")]
    public async Task Rejects_DaysOutOfBounds(string days)
    {
        using var run = new UpdateRun();

        var done = await run.OfAsync(new PlayedPriceList(), "--older-than", days);

        Assert.That((done.ExitCode, done.Error), Is.EqualTo((2, $"--older-than must be a whole number from 0 to 36500, got '{days}'\n")));
    }

    [Test]
    public void Record_WithoutADate_IsOlderThanAny() =>
        Assert.That(new PriceRecord("somebody", null).IsOlderThan(36_500, new(2026, 11, 28)), Is.True);
}
