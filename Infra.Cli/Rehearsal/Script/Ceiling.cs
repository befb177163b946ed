using System.Globalization;
using Infra.Servers;

namespace Infra.Cli.Rehearsal.Script;

/// <summary>R8: never more servers than the customer allows, at no moment of the drill.</summary>
internal static class Ceiling
{
    private static readonly string Expected = string.Create(CultureInfo.InvariantCulture, $"never more than {ServerFleet.Ceiling} servers");

    public static Verdict VerdictOn(ScriptContext context)
    {
        var highest = context.Stack.HighestCapacity;
        var measured = string.Create(CultureInfo.InvariantCulture, $"at most {highest}");
        if (context.Events.FirstOrDefault(drilled => drilled.HighestCapacity > ServerFleet.Ceiling) is { } above)
        {
            measured = string.Create(CultureInfo.InvariantCulture, $"{highest}; more than {ServerFleet.Ceiling} first during: {above.Name}");
            return Verdict.Of("R8", Expected, measured, passed: false);
        }

        return highest < context.Declared.Group.MaxSize
            ? Verdict.NotTried("R8", Expected, $"{measured}: the group never had the servers that it may have")
            : Verdict.Of("R8", Expected, measured, passed: true);
    }
}
