using System.Text.Json;
using Infra.Cli.Tests.Plan.Reading;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Cost;

internal sealed class CostCommandTests
{
    [TestCase("dev", "cost", "dev")]
    [TestCase("prod", "cost", "prod")]
    [TestCase("compare", "cost", "dev", "--compare", "prod")]
    [TestCase("json", "cost", "dev", "--json")]
    [TestCase(
        "content", "cost", "dev", "--set", "contentUpdates=live", "--set", "egress=nat", "--set", "instanceType=t3.micro",
        "--set", "siteDirectory=site", "--set", "applicationDirectory=application", "--set", "applicationCommand=./run")]
    [TestCase("help", "cost", "--help")]
    public async Task Output_OfEachForm_IsAsAccepted(string golden, params string[] args)
    {
        var run = await Invocation.Of(Reference.Root, args);

        Assert.That(run.Error, Is.Empty);
        Assert.That(run.ExitCode, Is.Zero);
        Golden.Verify(golden, run.Out);
    }

    [Test]
    public async Task Output_OfTheSameInput_IsTheSame()
    {
        var first = await Invocation.Of(Reference.Root, "cost", "prod", "--json");
        var second = await Invocation.Of(Reference.Root, "cost", "prod", "--json");

        Assert.That(second.Out, Is.EqualTo(first.Out));
    }

    [Test]
    public async Task Json_OfAComparison_HasBothStacksAndTheDifference()
    {
        var run = await Invocation.Of(Reference.Root, "cost", "dev", "--compare", "prod", "--json");

        var json = JsonDocument.Parse(run.Out).RootElement;
        Assert.Multiple(() =>
        {
            Assert.That(
                json.GetProperty("stacks").EnumerateArray().Select(stack => stack.GetProperty("stack").GetString()),
                Is.EqualTo(new[] { "dev", "prod" }));
            Assert.That(json.GetProperty("difference").GetProperty("minimum").GetDecimal(), Is.EqualTo(137.38m - 57.86m));
            Assert.That(json.GetProperty("difference").GetProperty("maximum").GetDecimal(), Is.EqualTo(153.65m - 90.34m));
        });
    }

    [Test]
    public async Task Json_Always_AddsUp()
    {
        var run = await Invocation.Of(Reference.Root, "cost", "prod", "--json", "--traffic-gb", "12345.67", "--requests", "98765432");

        var json = JsonDocument.Parse(run.Out).RootElement;
        foreach (var end in new[] { "minimum", "maximum" })
        {
            var sum = json.GetProperty("lines").EnumerateArray().Sum(line => line.GetProperty("amount").GetProperty(end).GetDecimal());
            Assert.That(json.GetProperty("total").GetProperty(end).GetDecimal(), Is.EqualTo(sum), end);
        }
    }

    // 10,240 GB x 0.09 + 1,760 GB x 0.085.
    [TestCase("10240", "10,240 GB  0.09  921.60  921.60")]
    [TestCase("10241", "10,241 GB  0.09 down  921.69  921.69")]
    [TestCase("12000", "12,000 GB  0.09 down  1,071.20  1,071.20")]
    public async Task TrafficGb_BeyondTheFirstTier_IsChargedByTiers(string gb, string cells)
    {
        var run = await Invocation.Of(Reference.Root, "cost", "dev", "--traffic-gb", gb);

        var columns = cells.Replace("  ", " +", StringComparison.Ordinal);
        Assert.That(run.Out, Does.Match($"\nTraffic to the internet +{columns}\n"));
    }

    [Test]
    public async Task Plan_FromAFile_CostsWhatItsStackDoes()
    {
        var run = await Piped.Of(EngineFiles.Dev.Export(), "cost");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((0, (await Invocation.Of(Reference.Root, "cost", "dev")).Out)));
    }

    [Test]
    public async Task Rejects_AStackToCompareBesideAFile() => Assert.That(
        await Invocation.Of(Reference.Root, "cost", "--from", "x", "--compare", "prod"), Is.EqualTo(
            new Invocation(
                2,
                "",
                "--compare puts another stack beside a stack, and --from has a plan: leave out one of both.\n"
                + "Run 'infra cost --help' for what there is.\n")));

    [TestCase("--traffic-gb", "0")]
    [TestCase("--traffic-gb", "0.5")]
    [TestCase("--traffic-gb", "512000")]
    [TestCase("--requests", "0")]
    [TestCase("--requests", "5000000000")]
    public async Task Accepts_UsageWithinBounds(string option, string value)
    {
        var run = await Invocation.Of(Reference.Root, "cost", "dev", option, value);

        Assert.That(run.Error, Is.Empty);
        Assert.That(run.ExitCode, Is.Zero);
    }

    [TestCase("--traffic-gb", "-1", "a number from 0 to 512000")]
    [TestCase("--traffic-gb", "512000.1", "a number from 0 to 512000")]
    [TestCase("--traffic-gb", "1e3", "a number from 0 to 512000")]
    [TestCase("--traffic-gb", "1,000", "a number from 0 to 512000")]
    [TestCase("--traffic-gb", "much", "a number from 0 to 512000")]
    [TestCase("--requests", "-1", "a whole number from 0 to 5000000000")]
    [TestCase("--requests", "1.5", "a whole number from 0 to 5000000000")]
    [TestCase("--requests", "5000000001", "a whole number from 0 to 5000000000")]
    public async Task Rejects_UsageOutOfBounds(string option, string value, string rule)
    {
        var run = await Invocation.Of(Reference.Root, "cost", "dev", option, value);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(run.Out, Is.Empty);
            Assert.That(run.Error, Does.StartWith($"{option} must be {rule}, got '{value}'\n"));
        });
    }

    [Test]
    public async Task Rejects_ComparisonWithAStackThatIsNotThere()
    {
        var run = await Invocation.Of(Reference.Root, "cost", "dev", "--compare", "staging");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.StartWith("there is no stack 'staging'"));
    }
}
