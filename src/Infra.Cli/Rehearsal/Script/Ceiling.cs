using System.Globalization;
using Infra.Cli.Live.Claims;
using Infra.Servers;

namespace Infra.Cli.Rehearsal.Script;

/// <summary>R8: never more servers than the customer allows, at no moment of the drill.</summary>
internal static class Ceiling
{
    private static readonly Claim Claim = new(
        "R8",
        string.Create(CultureInfo.InvariantCulture, $"never more than {ServerFleet.Ceiling} servers in service or starting"),
        "that nothing but the group launches servers");

    public static Verdict VerdictOn(ScriptContext context)
    {
        var highest = context.Stack.HighestCapacity;
        var running = context.Stack.MostRunning;
        var seen = string.Create(
            CultureInfo.InvariantCulture, $"at most {highest}; with those that leave, {running} machines ran at once");
        if (context.Events.FirstOrDefault(drilled => drilled.HighestCapacity > ServerFleet.Ceiling) is { } above)
        {
            seen = string.Create(CultureInfo.InvariantCulture, $"{highest}; more than {ServerFleet.Ceiling} first during: {above.Name}");
            return new(Claim, Finding.Fail(seen));
        }

        return new(
            Claim,
            highest < context.Declared.Group.MaxSize
                ? Finding.NotChecked($"{seen}: the group never had the servers that it may have")
                : Finding.Pass(seen));
    }
}
