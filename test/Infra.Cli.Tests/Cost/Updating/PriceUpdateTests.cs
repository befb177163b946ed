using System.Net;
using System.Text;
using Infra.Cli.Cost.Prices;
using Infra.Cli.Cost.Updating;
using Infra.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Infra.Cli.Tests.Cost.Updating;

/// <summary><c>infra prices --update</c> against recorded pieces of AWS's list.</summary>
internal sealed class PriceUpdateTests
{
    private static readonly string[] Update = ["eu-west-2", "--update"];

    [Test]
    public async Task Update_WithoutAFile_WritesWhatTheListsSay()
    {
        using var run = new UpdateRun(hasBook: false);

        var done = await run.OfAsync(new PlayedPriceList(), Update);

        Assert.Multiple(() =>
        {
            Assert.That(done.Error, Is.Empty);
            Assert.That(done.ExitCode, Is.Zero);
            Assert.That(done.Out, Is.EqualTo("eu-west-2: 18 prices, 0 different, 18 new\n"));
            Golden.Verify("updated", File.ReadAllText(run.BookFile));
        });
    }

    // What is in the book of London agrees with the list; what the pieces leave out stays with its own record.
    [Test]
    public async Task Update_OfTheBook_KeepsWhatTheListsLack()
    {
        using var run = new UpdateRun();
        var before = run.Book();

        var done = await run.OfAsync(new PlayedPriceList(), Update);

        var after = run.Book();
        Assert.Multiple(() =>
        {
            Assert.That(done.Error, Is.Empty);
            Assert.That(after.FindServer("t4g.small")!.Value.Record.Source, Does.Contain("/AmazonEC2/20260925231117/eu-west-2/index.csv"));
            Assert.That(after.FindServer("r6g.large"), Is.EqualTo(before.FindServer("r6g.large")));
            Assert.That(after.FindServer("t4g.small")!.Value.Price, Is.EqualTo(before.FindServer("t4g.small")!.Value.Price));
            // What is read anew is nowhere with its former day, of which --older-than would go on to complain.
            Assert.That(after.Records.SelectMany(recorded => recorded.Servers.Keys), Is.Unique);
            Assert.That(after.Records.SelectMany(recorded => recorded.Items.Keys), Is.Unique);
            Assert.That(done.Out, Is.EqualTo($"eu-west-2: {Count(before) + 1} prices, 3 different, 1 new\n"));
        });
    }

    [TestCase("eu-west-1", "eu-west-2")]
    [TestCase("eu-west-2", "eu-west-1")]
    public async Task Update_OfTwoRegions_FailsIfOneDoes(params string[] regions)
    {
        using var run = new UpdateRun(hasBook: false);

        var done = await run.OfAsync(new PlayedPriceList().AndNothingOf("eu-west-1"), [.. regions, "--update"]);

        Assert.Multiple(() =>
        {
            Assert.That(done.ExitCode, Is.EqualTo(1));
            Assert.That(done.Out, Does.Contain("eu-west-2: 18 prices, 0 different, 18 new\n"));
        });
    }

    [Test]
    public async Task Update_Always_AsksForEachListOnce()
    {
        using var run = new UpdateRun();
        var server = new PlayedPriceList();

        await run.OfAsync(server, Update);

        Assert.That(server.Asked, Is.EqualTo(Offer.All.Select(offer => offer.Code)));
    }

    [Test]
    public async Task Server_AskedForAnotherAddress_FailsTheTest()
    {
        using var run = new UpdateRun();

        await Assert.ThrowsAsync<InvalidOperationException>(() => run.OfAsync(new PlayedPriceList(), "eu-west-3", "--update"));
    }

    private static IEnumerable<TestCaseData> Faults()
    {
        var elb = PlayedPriceList.Recorded("AWSELB");
        string With(string before, string after) => elb.Replace(before, after, StringComparison.Ordinal);
        var row = elb.Split('\n').Single(line => line.StartsWith("\"6AP766DZF74JPTE2\"", StringComparison.Ordinal));
        var dearer = row.Replace("0.0264600000", "0.03", StringComparison.Ordinal);
        return
        [
            new(elb[..^200], "it has a row of 12 cells for 21 columns") { TestName = "{m}(cut)" },
            new(elb[..^20], "it ends in the middle of a row") { TestName = "{m}(cut in a cell)" },
            new("", "it has no rows about itself") { TestName = "{m}(empty)" },
            new("<html>\n<p>\n", "it has no rows about itself") { TestName = "{m}(a page)" },
            new(PlayedPriceList.Recorded("AmazonVPC"), "it is not the price list of AWSELB") { TestName = "{m}(another list)" },
            new(With("\"Version\"", "\"Edition\""), "it does not say its version") { TestName = "{m}(no version)" },
            new(string.Join('\n', elb.Split('\n')[..5]), "it has no columns") { TestName = "{m}(no columns)" },
            new(With("PricePerUnit", "Price"), "it has no column PricePerUnit") { TestName = "{m}(no column)" },
            new(With("\"USD\"", "\"CNY\""), "it has prices in 'CNY'") { TestName = "{m}(other currency)" },
            new(With("\"0.0264600000\"", "\"free\""), "it has 'free' for PricePerUnit") { TestName = "{m}(no number)" },
            new(With("partial hour)\",\"2026-08-01\",\"0\"", "partial hour)\",\"2026-08-01\",\"none\""), "it has 'none' for StartingRange")
            {
                TestName = "{m}(no start of a tier)",
            },
            new(With("2026-08-31T09:22:55Z", "soon"), "it has 'soon' for the day that it was published") { TestName = "{m}(no day)" },
            new(elb + dearer, "it has two prices of load-balancer-hour, 0.02646 and 0.03") { TestName = "{m}(two prices)" },
            new(elb + "\"" + new string('x', 300_000), "a row has no end") { TestName = "{m}(no end)" },
        ];
    }

    [TestCaseSource(nameof(Faults))]
    public async Task List_ThatCantBeRead_IsOneMessage_AndItsPricesStay(string text, string fault)
    {
        using var run = new UpdateRun();
        var before = run.Book();

        var done = await run.OfAsync(new PlayedPriceList().Answer("AWSELB", text), Update);

        Assert.Multiple(() =>
        {
            Assert.That(done.ExitCode, Is.EqualTo(1));
            Assert.That(done.Error, Is.EqualTo(
                "eu-west-2: https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AWSELB/current/eu-west-2/index.csv: "
                + $"{fault}; what is there stays\n"));
            Assert.That(run.Book().Find(PriceItem.LoadBalancerHour), Is.EqualTo(before.Find(PriceItem.LoadBalancerHour)));
            Assert.That(
                run.Book().Find(PriceItem.VendedLogs)!.Value.Record.Source,
                Does.EndWith("/AmazonCloudWatch/20260922000000/eu-west-2/index.csv"));
        });
    }

    [Test]
    public async Task List_ThatIsNotThere_IsOneMessage()
    {
        using var run = new UpdateRun();

        var done = await run.OfAsync(new PlayedPriceList().Answer("AmazonVPC", HttpStatusCode.NotFound), Update);

        Assert.That(done.ExitCode, Is.EqualTo(1));
        Assert.That(
            done.Error, Does.Match("^eu-west-2: [^\n]+AmazonVPC/current/eu-west-2/index.csv: answered 404; what is there stays\n$"));
    }

    [Test]
    public async Task List_WithoutAThing_NamesIt()
    {
        using var run = new UpdateRun();
        var text = PlayedPriceList.Recorded("AWSELB").Replace("EUW2-LCUUsage", "EUW2-Gone", StringComparison.Ordinal);

        var done = await run.OfAsync(new PlayedPriceList().Answer("AWSELB", text), Update);

        Assert.That(done.ExitCode, Is.EqualTo(1));
        Assert.That(done.Error, Is.EqualTo("eu-west-2: AWSELB has no price of load-balancer-capacity-unit-hour; what is there stays\n"));
    }

    [Test]
    public async Task List_WithoutServers_SaysSo_AndTheirPricesStay()
    {
        using var run = new UpdateRun();
        var before = run.Book();
        var text = PlayedPriceList.Recorded("AmazonEC2").Replace("\"RunInstances\"", "\"Gone\"", StringComparison.Ordinal);

        var done = await run.OfAsync(new PlayedPriceList().Answer("AmazonEC2", text), Update);

        Assert.That((done.ExitCode, done.Error), Is.EqualTo(
            (1, "eu-west-2: AmazonEC2 has no price of a server; what is there stays\n")));
        Assert.That(run.Book().FindServer("t4g.small"), Is.EqualTo(before.FindServer("t4g.small")));
    }

    [Test]
    public async Task Aws_OutOfReach_IsOneMessage_AndTheFileStays()
    {
        using var run = new UpdateRun();
        var before = await File.ReadAllTextAsync(run.BookFile);

        var server = new PlayedPriceList().Answer("AWSELB", () => throw new HttpRequestException("Name or service not known"));
        var done = await run.OfAsync(server, Update);

        var after = await File.ReadAllTextAsync(run.BookFile);
        Assert.Multiple(() =>
        {
            Assert.That(done.ExitCode, Is.EqualTo(2));
            Assert.That(done.Error, Does.Match("^AWS's price list can't be reached: https://pricing[^ ]+: Name or service not known\n$"));
            Assert.That(after, Is.EqualTo(before));
        });
    }

    // Each piece may take nearly a minute, since a list of EC2 takes many.
    [Test]
    public async Task List_ThatComesToAStand_IsOneMessage()
    {
        using var run = new UpdateRun();
        var list = new SlowList(
            run.Time, PlayedPriceList.Recorded("AWSELB"), [TimeSpan.FromSeconds(59), TimeSpan.FromSeconds(59), TimeSpan.FromSeconds(60)]);

        var done = await run.OfAsync(new PlayedPriceList().Answer("AWSELB", () => new() { Content = new StreamContent(list) }), Update);

        Assert.That((done.ExitCode, done.Error), Is.EqualTo((
            1,
            "eu-west-2: https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AWSELB/current/eu-west-2/index.csv: "
            + "nothing came for 60 seconds; what is there stays\n")));
        Assert.That(list.IsReadTo, Is.EqualTo(2));
    }

    // Also when nothing has come for long: then it is no message about the list.
    [TestCase(0)]
    [TestCase(60)]
    public async Task Update_BrokenOff_LeavesTheFileAsItWas_AndNoOther(int seconds)
    {
        using var run = new UpdateRun();
        var before = await File.ReadAllTextAsync(run.BookFile);
        using var stop = new CancellationTokenSource();
        var server = new PlayedPriceList().Answer("AmazonEC2", () =>
        {
            run.Time.Advance(TimeSpan.FromSeconds(seconds));
            stop.Cancel();
            throw new OperationCanceledException(stop.Token);
        });

        await Assert.CatchAsync<OperationCanceledException>(() => run.OfAsync(server, stop.Token, Update));

        Assert.That(await File.ReadAllTextAsync(run.BookFile), Is.EqualTo(before));
        Assert.That(run.Files, Is.EqualTo(new[] { "eu-west-2.json" }));
    }

    private static int Count(RegionPrices prices) => prices.Records.Sum(recorded => recorded.Items.Count + recorded.Servers.Count);

    private sealed class SlowList(FakeTimeProvider time, string text, TimeSpan[] pauses) : MemoryStream
    {
        public int IsReadTo { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            time.Advance(pauses[IsReadTo]);
            cancellationToken.ThrowIfCancellationRequested();
            return Encoding.UTF8.GetBytes(text.AsSpan(100 * IsReadTo++, 100), buffer.Span);
        }
    }
}
