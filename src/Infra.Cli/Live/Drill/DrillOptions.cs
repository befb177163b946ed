using System.CommandLine;
using Infra.Cli.Live.Claims.Reports;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.Drill;

/// <summary>The argument and the options of <c>infra drill</c>.</summary>
internal sealed class DrillOptions
{
    private readonly Argument<string> _stack = new("stack") { Description = "The stack, as the Pulumi CLI names it.", HelpName = "stack" };

    private readonly Option<bool> _terminate = new("--terminate")
    {
        Description = "Terminates a server, in place of marking it unhealthy.",
    };

    private readonly Option<int?> _rate = new("--rate")
    {
        Description = $"Requests a second, at most {DrillPlan.HighestRate}. "
            + "Unless given: three times what the group's target allows, or 1000 where it tracks no requests.",
        HelpName = "number",
    };

    private readonly Option<int?> _minutes = new("--minutes")
    {
        Description = $"How long the load lasts at most, up to {DrillPlan.MostMinutes}. "
            + "Unless given: half as long again as the stack promises.",
        HelpName = "number",
    };

    private readonly Option<bool> _noLoad = new("--no-load") { Description = "Leaves out the load." };

    private readonly Option<bool> _noScaleIn = new("--no-scale-in")
    {
        Description = "Does not wait until the group has taken back the server that the load brought, which takes it 20 minutes or more.",
    };

    private readonly Option<bool> _yes = new("--yes") { Description = "Does not ask." };

    private readonly Option<bool> _yesInProd = new("--yes-in-prod")
    {
        Description = "Admits a stack whose name begins with prod, or whose load balancer is protected against deletion.",
    };

    /// <summary>Adds them to a command.</summary>
    public DrillOptions(Command command)
    {
        _stack.CompleteStacks();
        command.Arguments.Add(_stack);
        foreach (var option in new Option[] { _terminate, _rate, _minutes, _noLoad, _noScaleIn, _yes, _yesInProd })
            command.Options.Add(option);
        Report = new(command, isEvidence: true);
    }

    public string Stack(ParseResult line) => line.GetRequiredValue(_stack);

    /// <summary>Where the report goes.</summary>
    public ReportOptions Report { get; }

    public DrillConsent Consent(ParseResult line) => new(line.GetValue(_yes), line.GetValue(_yesInProd));

    /// <summary>What to do.</summary>
    /// <exception cref="InvalidUsageException">A number is out of its range.</exception>
    public DrillPlan Plan(ParseResult line) => new()
    {
        Terminates = line.GetValue(_terminate),
        Rate = InRange("--rate", line.GetValue(_rate), DrillPlan.HighestRate),
        Minutes = InRange("--minutes", line.GetValue(_minutes), DrillPlan.MostMinutes),
        HasLoad = !line.GetValue(_noLoad),
        WaitsForScaleIn = !line.GetValue(_noScaleIn),
    };

    private static int? InRange(string name, int? value, int most) =>
        value is null || (value >= 1 && value <= most)
            ? value
            : throw new InvalidUsageException($"{name} must be from 1 to {most}, got {value}");
}
