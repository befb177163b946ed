using System.Globalization;
using Infra.Cli.Diff.Effects;
using Infra.Cli.Diff.Facts;
using Infra.Cli.Diff.Resources;
using Infra.Servers;

namespace Infra.Cli.Diff.Reports;

/// <summary>Words that all reports have in common.</summary>
internal static class DiffWords
{
    // As many as one reads.
    private const int MostNames = 20;

    /// <summary>What there is to say where there is nothing.</summary>
    public static string Nothing(StackDiff diff) => $"{diff.StackName}: no difference against {diff.Against}";

    /// <summary>What is missing in the cost of either; none if nothing is.</summary>
    public static string? CostGaps(StackDiff diff)
    {
        var things = new[] { diff.CostBefore.Gaps, diff.CostAfter.Gaps }.Where(gaps => gaps.Length > 0).Distinct().ToList();
        return things.Count == 0 ? null : $"to be added, since no price is known here: {string.Join(", ", things)}";
    }

    /// <summary>E.g. <c>2 created, 1 replaced</c>.</summary>
    public static string Counts(GraphDiff diff)
    {
        string[] counts =
        [
            .. from change in Enum.GetValues<Change>()
               let count = diff.Of(change).Count()
               where count > 0
               select string.Create(CultureInfo.InvariantCulture, $"{count} {Word(change)}"),
        ];
        return counts is [] ? "no resource is another" : string.Join(", ", counts);
    }

    public static string Word(Change change) => change.ToString().ToLowerInvariant();

    /// <summary>What the change does to the site, a sentence each.</summary>
    /// <param name="diff">The comparison.</param>
    /// <param name="name">How a name is written.</param>
    public static IEnumerable<string> Effects(StackDiff diff, Func<string, string> name)
    {
        var effect = diff.Effect;
        if (effect.NeedsNewStack)
            yield return "AWS refuses it half-way: the stack must be destroyed and created anew.";
        if (effect.Roll == RollKind.Prepared)
        {
            yield return $"A roll is prepared: {name($"infra roll {diff.StackName}")} replaces the servers without a break"
                + $"{Within(effect)}.";
        }

        if (effect.Roll == RollKind.Started)
            yield return $"{name("pulumi up")} starts a roll, which replaces one server after another{Within(effect)}.";
        foreach (var interrupted in effect.Breaks.GroupBy(interrupted => interrupted with { Resource = "" }))
        {
            yield return $"Interrupts {interrupted.Key.Who}{For(interrupted.Key)}: "
                + $"{string.Join(", ", interrupted.Select(one => name(one.Resource)))} ({interrupted.Key.Happens}).";
        }

        if (effect.IsNone)
            yield return "Nobody notices.";
    }

    /// <summary>Whether a control says something that somebody has to look at.</summary>
    public static bool IsWorse(ControlChange control) => control.NewlyFails || control.NewlyWaived || control.After == Judgement.Fail;

    /// <summary>The other controls, those that say the same together.</summary>
    /// <param name="diff">The comparison.</param>
    /// <param name="name">How a name is written.</param>
    public static IEnumerable<string> OtherControls(StackDiff diff, Func<string, string> name) =>
        from control in diff.Controls
        where !IsWorse(control)
        group name(control.Id) by Judgements(control) into same
        select $"{same.Key}: {(same.Count() > MostNames ? $"{same.Count()} controls" : string.Join(", ", same))}";

    /// <summary>E.g. <c>fails (passes before)</c>.</summary>
    public static string Judgements(ControlChange change) => change.Before == change.After
        ? $"{Word(change.After)}, of more resources"
        : $"{Word(change.After)} ({Word(change.Before)} before)";

    public static string Word(Judgement judgement) => judgement switch
    {
        Judgement.NotApplicable => "not applicable",
        Judgement.NotKnown => "not known",
        Judgement.Fail => "fails",
        Judgement.Pass => "passes",
        _ => "waived",
    };

    public static string Text(TimeSpan? time) => time is { } known ? ExpectedTimes.Text(known) : "not known";

    /// <summary>E.g. <c>at 1 server</c>.</summary>
    public static string Servers(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} server{(count == 1 ? "" : "s")}");

    public static string Dollars(decimal amount) => amount.ToString("#,0.00", CultureInfo.InvariantCulture);

    public static string Signed(decimal amount) => amount.ToString("+#,0.00;-#,0.00;0.00", CultureInfo.InvariantCulture);

    /// <summary>Why a value is another where it has none to show, or that it forces a replacement.</summary>
    public static string Remark(PropertyDiff property) => (property.Follows, property.ForcesReplacement) switch
    {
        (null, false) => "",
        (null, true) => "forces the replacement",
        ({ } source, false) => $"follows {source}, which is replaced",
        ({ } source, true) => $"follows {source}, which is replaced, and forces the replacement",
    };

    private static string Within(Effect effect) => effect.RollsWithin is { } longest ? $", within {ExpectedTimes.Text(longest)}" : "";

    private static string For(Break interrupted) => interrupted.For is { } time ? $", about {ExpectedTimes.Text(time)}" : "";
}
