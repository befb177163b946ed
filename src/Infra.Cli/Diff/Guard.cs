using System.Globalization;
using Infra.Cli.Diff.Effects;
using Infra.Cli.Diff.Reports;
using Infra.Cli.Diff.Resources;
using Infra.Cli.Shell;

namespace Infra.Cli.Diff;

/// <summary>What a change must not do, as a user says it.</summary>
internal sealed class Guard
{
    /// <summary>What may be forbidden, for a help text.</summary>
    public const string Known = "create, change, replace, delete, roll, break, fail, waive, slower, cost+N or cost+N%";

    private const string CostPrefix = "cost+";

    private static readonly Dictionary<string, Func<StackDiff, IEnumerable<string>>> Rules = new(StringComparer.Ordinal)
    {
        ["create"] = diff => Named(diff, Change.Created),
        ["change"] = diff => Named(diff, Change.Changed),
        ["replace"] = diff => diff.Graph.Of(Change.Replaced)
            .Select(node => $"{NameOf(node)} is replaced, by {string.Join(", ", node.ReplacedBy)}"),
        ["delete"] = diff => Named(diff, Change.Deleted),
        ["roll"] = diff => diff.Effect.Roll switch
        {
            RollKind.Prepared => ["a roll of the servers is prepared"],
            RollKind.Started => ["pulumi up starts a roll of the servers"],
            _ => [],
        },
        ["break"] = diff =>
        [
            .. diff.Effect.NeedsNewStack ? ["the stack must be destroyed and created anew"] : Array.Empty<string>(),
            .. diff.Effect.Breaks.Select(interrupted =>
                $"{interrupted.Resource} is {interrupted.Happens}, which interrupts {interrupted.Who}"),
        ],
        ["fail"] = diff =>
            diff.Controls.Where(control => control.NewlyFails).Select(control => $"{control.Id} fails: {control.Title}"),
        ["waive"] = diff =>
            diff.Controls.Where(control => control.NewlyWaived).Select(control => $"{control.Id} is waived: {control.Title}"),
        ["slower"] = diff => diff.Times.Where(time => time.IsSlower).Select(time =>
            $"until {time.What} it takes {DiffWords.Text(time.After)}, {DiffWords.Text(time.Before)} before"),
    };

    private readonly List<(string Word, Func<StackDiff, IEnumerable<string>> Happening)> _forbidden = [];

    private Guard()
    {
    }

    /// <summary>Reads it.</summary>
    /// <param name="words">Each a word, or several with commas.</param>
    /// <param name="unknown">The first that is none.</param>
    public static Guard? Read(IEnumerable<string> words, out string? unknown)
    {
        var guard = new Guard();
        foreach (var word in words.SelectMany(word => word.Split(',', StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal))
        {
            if (Rule(word) is not { } rule)
            {
                unknown = word;
                return null;
            }

            guard._forbidden.Add((word, rule));
        }

        unknown = null;
        return guard;
    }

    /// <summary>What happens all the same, a message each.</summary>
    /// <exception cref="InvalidUsageException">Whether it happens is not known.</exception>
    public IReadOnlyList<string> Broken(StackDiff diff) =>
    [
        .. from rule in _forbidden
           from happening in rule.Happening(diff)
           select $"{diff.StackName}: {rule.Word} is forbidden, and {happening}",
    ];

    private static Func<StackDiff, IEnumerable<string>>? Rule(string word)
    {
        if (!word.StartsWith(CostPrefix, StringComparison.Ordinal))
            return Rules.GetValueOrDefault(word);

        var isShare = word.EndsWith('%');
        return decimal.TryParse(
            isShare ? word[CostPrefix.Length..^1] : word[CostPrefix.Length..],
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var most)
            ? diff => Cost(diff, most, isShare)
            : null;
    }

    private static IEnumerable<string> Cost(StackDiff diff, decimal most, bool isShare)
    {
        var (before, after) = (diff.CostBefore, diff.CostAfter);
        if ((before.WhyNot ?? after.WhyNot) is { } why)
            throw new InvalidUsageException($"--forbid {CostPrefix}N can't be judged, since the cost is not known: {why}");

        if (DiffWords.CostGaps(diff) is { } gaps)
            throw new InvalidUsageException($"--forbid {CostPrefix}N can't be judged: {gaps}");

        (string What, decimal Before, decimal After)[] amounts =
        [
            ("fewest", before.Minimum, after.Minimum), ("most", before.Maximum, after.Maximum),
        ];
        return
            from amount in amounts
            let rise = amount.After - amount.Before
            where rise > (isShare ? amount.Before * most / 100m : most)
            select $"with the {amount.What} servers it costs {DiffWords.Signed(rise)} USD a month "
                + $"({DiffWords.Dollars(amount.Before)} before)";
    }

    private static IEnumerable<string> Named(StackDiff diff, Change change) =>
        diff.Graph.Of(change).Select(node => $"{NameOf(node)} is {DiffWords.Word(change)}");

    private static string NameOf(NodeDiff node) => $"{node.Node.Name} ({node.Node.Kind})";
}
