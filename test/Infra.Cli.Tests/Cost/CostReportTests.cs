using Infra.Cli.Tests.BadInput;
using Infra.Tests.Support;
using Spectre.Console;

namespace Infra.Cli.Tests.Cost;

/// <summary>The tables of <c>infra cost</c>.</summary>
internal sealed class CostReportTests
{
    private const string Bold = "\u001b[1m";

    private static readonly string InMexico =
        "config:\n  aws:region: mx-central-1\n  infra:zones: [mx-central-1a, mx-central-1b]\n  infra:instanceType: m3.medium\n";

    // One is complete, and one lacks the most.
    [TestCase("compare-gaps", "a", "b")]
    [TestCase("compare-gaps-first", "b", "a")]
    public async Task Comparison_OfTwoRegions_HasAChangeWhereBothHaveAPrice(string golden, string stack, string other)
    {
        using var project = new TemporaryProject().With("Pulumi.a.yaml", StackFile.And("")).With("Pulumi.b.yaml", InMexico);

        var run = await Invocation.Of(project.Root, "cost", stack, "--compare", other);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Golden.Verify(golden, run.Out);
    }

    [Test]
    public async Task Table_OnATerminal_HasItsHeadAndItsTotalInBold()
    {
        var run = await Invocation.Of(Reference.Root, AnsiSupport.Yes, "cost", "dev");

        var lines = run.Out.Split('\n');
        var strong = lines.Where(line => line.StartsWith(Bold, StringComparison.Ordinal)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(strong, Has.Count.EqualTo(3));
            Assert.That(strong.First(), Does.StartWith($"{Bold}dev, USD per month "));
            Assert.That(strong.Last(), Does.StartWith($"{Bold}Total "));
            Assert.That(lines.Except(strong), Has.None.Contains("\u001b"));
        });
    }
}
