using System.CommandLine;
using Infra.Cli.Live.Drill;
using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Live.Drill;

/// <summary>What a command line plans, up to the last number that it may have.</summary>
internal sealed class DrillOptionsTests
{
    [TestCase("dev", false, null, null, true, true)]
    [TestCase("dev --terminate", true, null, null, true, true)]
    [TestCase("dev --no-load", false, null, null, false, true)]
    [TestCase("dev --no-scale-in", false, null, null, true, false)]
    [TestCase("dev --rate 1 --minutes 1", false, 1, 1, true, true)]
    [TestCase("dev --rate 2000 --minutes 30", false, 2000, 30, true, true)]
    [TestCase("dev --yes --yes-in-prod --json", false, null, null, true, true)]
    public void Line_IsAPlan(string line, bool terminates, int? rate, int? minutes, bool hasLoad, bool waits)
    {
        var (options, parsed) = Parsed(line);

        Assert.That(options.Stack(parsed), Is.EqualTo("dev"));
        Assert.That(options.Plan(parsed), Is.EqualTo(new DrillPlan
        {
            Terminates = terminates,
            Rate = rate,
            Minutes = minutes,
            HasLoad = hasLoad,
            WaitsForScaleIn = waits,
        }));
    }

    [TestCase("dev --rate 0", "--rate must be from 1 to 2000, got 0")]
    [TestCase("dev --rate 2001", "--rate must be from 1 to 2000, got 2001")]
    [TestCase("dev --minutes 0", "--minutes must be from 1 to 30, got 0")]
    [TestCase("dev --minutes 31", "--minutes must be from 1 to 30, got 31")]
    public void Number_OutOfItsRange_IsAMistake(string line, string message)
    {
        var (options, parsed) = Parsed(line);

        Assert.That(() => options.Plan(parsed), Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(message));
    }

    private static (DrillOptions Options, ParseResult Line) Parsed(string line)
    {
        var command = new Command("drill");
        var options = new DrillOptions(command);
        return (options, command.Parse(line));
    }
}
