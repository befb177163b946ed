using System.Collections.Immutable;
using System.Globalization;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Plan.StackFiles;

namespace Infra.Cli.Diff.Resources;

/// <summary>Compares one input of a resource, however deep it goes.</summary>
internal sealed class ValueDiff
{
    private const string Hidden = ConfigValue.Hidden;
    private const string ContentHash = "sourceHash";

    // A shorter text is read at a glance as a whole.
    private const int ShortestInLines = 3;

    private readonly ComparedPlan _before;
    private readonly ComparedPlan _after;
    private readonly ImmutableArray<string> _beforeSources;
    private readonly ImmutableArray<string> _afterSources;
    private readonly List<PropertyDiff> _found = [];

    private ValueDiff(
        ComparedPlan before, ComparedPlan after, ImmutableArray<string> beforeSources, ImmutableArray<string> afterSources) =>
        (_before, _after, _beforeSources, _afterSources) = (before, after, beforeSources, afterSources);

    /// <summary>What is different in an input.</summary>
    /// <param name="input">Its name.</param>
    /// <param name="before">The plan and its resource before.</param>
    /// <param name="after">The same after.</param>
    public static IReadOnlyList<PropertyDiff> Of(
        string input, (ComparedPlan Plan, ResourceNode Node) before, (ComparedPlan Plan, ResourceNode Node) after)
    {
        if (IsSameContent(input, before.Node, after.Node))
            return [];

        var diff = new ValueDiff(before.Plan, after.Plan, SourcesOf(before.Node, input), SourcesOf(after.Node, input));
        diff.Compare(input, before.Node.Inputs.GetValueOrDefault(input), after.Node.Inputs.GetValueOrDefault(input));
        return diff._found;
    }

    // Pulumi goes by what a file holds, and not by where it is.
    private static bool IsSameContent(string input, ResourceNode before, ResourceNode after) =>
        before.Inputs.GetValueOrDefault(input) is LocalArchive { IsFile: true }
        && after.Inputs.GetValueOrDefault(input) is LocalArchive { IsFile: true }
        && before.Find(ContentHash) is string former
        && after.Find(ContentHash) is string now
        && former == now;

    private static ImmutableArray<string> SourcesOf(ResourceNode node, string input) =>
        node.PropertyDependencies.GetValueOrDefault(input, []);

    private void Compare(string path, object? before, object? after)
    {
        switch (before, after)
        {
            case (null, null):
                break;

            // Nothing may be concluded from what is not known.
            case (UnknownValue, _) when before == UnknownValue.Instance:
            case (_, UnknownValue) when after == UnknownValue.Instance:
                break;
            case (ImmutableDictionary<string, object> former, ImmutableDictionary<string, object> now):
                foreach (var key in former.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
                    Compare($"{path}.{key}", former.GetValueOrDefault(key), now.GetValueOrDefault(key));
                break;
            case (ImmutableArray<object> former, ImmutableArray<object> now):
                CompareItems(path, former, now);
                break;
            default:
                CompareScalars(path, before, after);
                break;
        }
    }

    private void CompareItems(string path, ImmutableArray<object> before, ImmutableArray<object> after)
    {
        List<int> gone = [];
        List<int> added = [];
        foreach (var (former, now) in Alignment.Of([.. before.Select(ShownBefore)], [.. after.Select(ShownAfter)]))
        {
            if (former is { } && now is { })
                Settle();
            else if (former is { } place)
                gone.Add(place);
            else
                added.Add(now!.Value);
        }

        Settle();

        // As many as came in place of others are those, changed.
        void Settle()
        {
            var isEdited = gone.Count == added.Count;
            foreach (var (index, place) in gone.Index())
                Compare(At(place), before[place], isEdited ? after[added[index]] : null);
            foreach (var place in isEdited ? [] : added)
                Compare(At(place), null, after[place]);
            gone.Clear();
            added.Clear();
        }

        string At(int place) => string.Create(CultureInfo.InvariantCulture, $"{path}[{place}]");
    }

    private void CompareScalars(string path, object? before, object? after)
    {
        if (ShownValue.Scalar(before) is { } former && ShownValue.Scalar(after) is { } now)
        {
            CompareTexts(path, former, now, before!, after!);
            return;
        }

        var (shownBefore, shownAfter) = (before is null ? null : ShownBefore(before), after is null ? null : ShownAfter(after));
        if (shownBefore != shownAfter)
            _found.Add(new(path, shownBefore, shownAfter));
    }

    private void CompareTexts(string path, string former, string now, object before, object after)
    {
        if (former == now || IsUnknowable(former, now))
            return;

        var (isSecretBefore, isSecretAfter) = (_before.IsSecret(former), _after.IsSecret(now));
        if (isSecretBefore || isSecretAfter)
        {
            // Of one that nobody can read, nobody can say that it is another.
            if (!(isSecretBefore && isSecretAfter) || !(former == Hidden || now == Hidden))
                _found.Add(new(path, ShownBefore(before), ShownAfter(after)));
            return;
        }

        var (decodedBefore, decodedAfter) = (EncodedText.Decode(former), EncodedText.Decode(now));
        var isDecoded = decodedBefore is not null && decodedAfter is not null;
        var oneText = _before.Text(isDecoded ? decodedBefore! : former, _beforeSources);
        var otherText = _after.Text(isDecoded ? decodedAfter! : now, _afterSources);
        if (oneText == otherText)
            return;

        if (JsonText.Read(former) is { } formerDocument && JsonText.Read(now) is { } nowDocument)
            Compare(path, formerDocument, nowDocument);
        else if (oneText.Count(letter => letter == '\n') >= ShortestInLines || otherText.Count(letter => letter == '\n') >= ShortestInLines)
            _found.Add(new(path, ShownBefore(oneText), ShownAfter(otherText)) { Lines = LineDiff.Between(oneText, otherText) });
        else
            _found.Add(new(path, ShownBefore(before), ShownAfter(after)));
    }

    // What AWS answers, against what stands for its answer.
    private bool IsUnknowable(string former, string now) =>
        _before.IsMadeUp != _after.IsMadeUp && (_before.IsMadeUpAnswer(former) || _after.IsMadeUpAnswer(now));

    private string ShownBefore(object value) => ShownValue.Of(value, text => Shown(_before, text, _beforeSources));

    private string ShownAfter(object value) => ShownValue.Of(value, text => Shown(_after, text, _afterSources));

    private static string Shown(ComparedPlan plan, string text, ImmutableArray<string> sources) =>
        plan.IsSecret(text) ? Hidden : plan.Text(text, sources);
}
