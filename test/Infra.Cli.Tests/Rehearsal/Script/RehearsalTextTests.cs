using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Tests.Checks;
using Infra.Tests.Support;
using Spectre.Console;

namespace Infra.Cli.Tests.Rehearsal.Script;

/// <summary>What of a report depends on the drill.</summary>
internal sealed class RehearsalTextTests
{
    private const string Bold = "\e[1m";

    private RehearsalReport _report = null!;

    [OneTimeSetUp]
    public async Task AReport() => _report = await (await Declarations.Of("dev")).RehearseAsync();

    [PlainCase(true, "Timeline of dev, simulated; times are AWS's")]
    [PlainCase(false, "Timeline of dev; times are AWS's")]
    public void Heading_OfADrill_SaysWhetherItIsSimulated(bool isFast, string expected)
    {
        using var writer = new StringWriter();

        new RehearsalText(_report with { IsFast = isFast }, PlainConsole.Of(writer)).Write();

        Assert.That(writer.ToString().Split('\n')[0], Is.EqualTo(expected));
    }

    [TestCase(0, 0, false)]
    [TestCase(0, 7, true)]
    [TestCase(8, 7, true)]
    public void Blocked_OfADrill_HasAColumnWhereAnythingWas(int first, int second, bool expected)
    {
        using var writer = new StringWriter();
        var events = _report.Events.Zip([first, second], (drilled, blocked) =>
            drilled with { Loss = drilled.Loss with { Requests = drilled.Loss.Requests with { Blocked = blocked } } });

        new RehearsalText(_report with { Events = [.. events] }, PlainConsole.Of(writer)).WriteResult();

        var table = writer.ToString().Split('\n').Where(line => line.Length > 0).Take(3).ToList();
        Assert.That(table[0].TrimEnd(), Does.EndWith(expected ? "Within  Blocked" : "Within"));
        Assert.That(table[1].TrimEnd(), Does.EndWith(expected ? $" {first}" : " s"));
        Assert.That(table[2].TrimEnd(), Does.EndWith(expected ? $" {second}" : " s"));
    }

    [Test]
    public void Bold_InALog_IsWhatTheDrillDid()
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
        });
        console.Profile.Width = 1000;

        new RehearsalText(_report, console).Write();

        var lines = writer.ToString().Split('\n');
        Assert.That(lines[0], Does.StartWith(Bold));
        Assert.That(lines[1], Does.StartWith("Assumed"));
        Assert.That(
            lines.Skip(3).Take(_report.Log.Count).Select(line => line.StartsWith(Bold, StringComparison.Ordinal)),
            Is.EqualTo(_report.Log.Select(told => told.Source == "drill")));
    }
}
