using System.Globalization;
using Infra.Cli.Shell;
using Infra.Servers;

namespace Infra.Cli.Live.Drill;

/// <summary>Nothing is broken before somebody has said yes to it, and twice to a stack that matters.</summary>
/// <param name="isGiven">Whether the command line says yes.</param>
/// <param name="isGivenInProd">Whether it says yes to a stack that matters.</param>
internal sealed class DrillConsent(bool isGiven, bool isGivenInProd)
{
    /// <summary>Asks the user, unless the command line has answered.</summary>
    /// <param name="stack">The stack's name, with or without its organisation and project.</param>
    /// <param name="drill">What is about to be run.</param>
    /// <param name="question">Where to ask.</param>
    /// <param name="answers">Where the answer comes from; none where nobody is there to answer.</param>
    /// <param name="cancellation">Breaks it off.</param>
    /// <returns>Whether to go on.</returns>
    /// <exception cref="InvalidUsageException">Nobody can be asked, or the stack matters too much.</exception>
    public async Task<bool> AskAsync(
        string stack, StackDrill drill, TextWriter question, TextReader? answers, CancellationToken cancellation)
    {
        if (WhyItMatters(stack, drill) is { } why && !isGivenInProd)
        {
            throw new InvalidUsageException(
                $"{stack} is not to be broken lightly, since {why}: add --yes-in-prod if it is to be drilled all the same");
        }

        await question.WriteLineAsync(Announcement(stack, drill));
        if (isGiven)
            return true;

        if (answers is null)
            throw new InvalidUsageException("the drill breaks things, and there is no terminal to ask at: add --yes");

        await question.WriteAsync("Go on? [y/N] ");
        await question.FlushAsync(cancellation);
        var answer = await Task.Run(answers.ReadLine, CancellationToken.None).WaitAsync(cancellation);
        return answer?.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    private static string? WhyItMatters(string stack, StackDrill drill)
    {
        // The Pulumi CLI takes organisation/project/stack as well.
        if (stack.Split('/')[^1].StartsWith("prod", StringComparison.OrdinalIgnoreCase))
            return "its name begins with prod";

        return drill.IsProtected ? "its load balancer is protected against deletion" : null;
    }

    private static string Announcement(string stack, StackDrill drill)
    {
        var (place, plan, before) = (drill.Place, drill.Plan, drill.Before);
        var outage = before.DesiredCapacity < 2 ? ": it is the only one, so the site is down meanwhile" : "";
        List<string> lines =
        [
            $"The drill of {stack} works on AWS, account {place.Account}, as {place.Caller}:",
            $"  group {place.Group} in {place.Region}, {before.DesiredCapacity} of {before.MinSize} to {before.MaxSize} servers, "
                + $"{place.Url}",
            $"  - {(plan.Terminates ? "terminates one server" : "marks one server unhealthy")}, for the group to replace{outage}",
        ];
        if (plan.HasLoad && before.MinSize < before.MaxSize)
        {
            var rate = string.Create(CultureInfo.InvariantCulture, $"{plan.Rate ?? DrillPlan.HighestRate}");
            var longest = ExpectedTimes.Text(plan.LongestLoad(drill.Outputs));
            lines.Add($"  - sends at most {rate} requests a second for at most {longest}, for the group to add a server");
            if (drill.FirewallStops is { } why)
                lines.Add($"    R7 will not be tried: {why}");
            lines.Add(
                $"  - {(plan.WaitsForScaleIn ? "waits until the group has taken" : "leaves it to the group to take")} that server back");
        }

        return string.Join(Environment.NewLine, lines);
    }
}
