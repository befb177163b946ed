using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Tests.Checks;

namespace Infra.Cli.Tests.PlanMutation;

/// <summary>Makes every mutant of a plan.</summary>
internal sealed class PlanMutator
{
    private readonly ResourceGraph _plan;
    private readonly PlanReferences _references;
    private readonly OtherWords _words;

    private PlanMutator(ResourceGraph plan, IReadOnlyList<ResourceGraph> others)
    {
        _plan = plan;
        _references = new(plan);
        _words = new([plan, .. others]);
    }

    /// <summary>All of them, in the order of registration.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="others">Plans whose values an input may get too.</param>
    public static IEnumerable<PlanMutant> Of(ResourceGraph plan, params IReadOnlyList<ResourceGraph> others) =>
        new PlanMutator(plan, others).All();

    private IEnumerable<PlanMutant> All()
    {
        // Without what others are made from there is no plan.
        var needed = _plan.Nodes.SelectMany(node => node.PropertyDependencies.Values).SelectMany(urns => urns).ToHashSet();
        foreach (var node in _plan.Nodes.Where(node => node.IsCustom))
        {
            if (!needed.Contains(node.Urn))
                yield return new(node, "", MutationKind.Removed, "", _plan.Without(node));
            foreach (var input in node.Inputs.OrderBy(input => input.Key, StringComparer.Ordinal))
            {
                foreach (var mutant in OfValue(node, input.Key, input.Value))
                    yield return mutant;
            }
        }
    }

    private IEnumerable<PlanMutant> OfValue(ResourceNode node, string path, object value)
    {
        yield return Mutant(node, path, MutationKind.Removed, value, null);
        switch (value)
        {
            case ImmutableDictionary<string, object> members:
                if (!members.IsEmpty)
                    yield return Mutant(node, path, MutationKind.Emptied, value, members.Clear());
                foreach (var member in members.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    foreach (var mutant in OfValue(node, $"{path}.{member.Key}", member.Value))
                        yield return mutant;
                }

                break;
            case ImmutableArray<object> items:
                if (!items.IsEmpty)
                    yield return Mutant(node, path, MutationKind.Emptied, value, ImmutableArray<object>.Empty);
                for (var index = 0; index < items.Length; index++)
                {
                    foreach (var mutant in OfValue(node, string.Create(CultureInfo.InvariantCulture, $"{path}.{index}"), items[index]))
                        yield return mutant;
                }

                break;
            case bool flag:
                yield return Mutant(node, path, MutationKind.Flipped, value, !flag);
                break;
            case double number:
                yield return Mutant(node, path, MutationKind.Smaller, value, number - 1);
                yield return Mutant(node, path, MutationKind.Larger, value, number + 1);
                break;
            case string text:
                foreach (var mutant in OfText(node, path, text))
                    yield return mutant;
                break;
        }
    }

    private IEnumerable<PlanMutant> OfText(ResourceNode node, string path, string text)
    {
        if (text != "")
            yield return Mutant(node, path, MutationKind.Emptied, text, "");
        if (double.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
        {
            yield return Mutant(node, path, MutationKind.Smaller, text, (number - 1).ToString(CultureInfo.InvariantCulture));
            yield return Mutant(node, path, MutationKind.Larger, text, (number + 1).ToString(CultureInfo.InvariantCulture));
            yield break;
        }

        foreach (var (inner, kind, what, other) in PolicyMutations.Of(text))
            yield return new(node, $"{path}.{inner}", kind, what, _plan.Set(node, path, other));

        var script = EncodedText.Decode(text);
        var redirected = _references.Redirected(node, script ?? text).ToList();
        foreach (var (what, other) in redirected.Where(redirection => redirection.Text != (script ?? text)))
        {
            yield return new(
                node, path, MutationKind.Redirected, what,
                _plan.Set(node, path, script is null ? other : Convert.ToBase64String(Encoding.UTF8.GetBytes(other))));
        }

        if (redirected.Count == 0 && _words.For(node.Type, path, text) is { } word)
            yield return Mutant(node, path, MutationKind.Flipped, text, word);
    }

    private PlanMutant Mutant(ResourceNode node, string path, MutationKind kind, object before, object? after) =>
        new(node, path, kind, after is null ? Shown(before) : $"{Shown(before)} -> {Shown(after)}", _plan.Set(node, path, after));

    private static string Shown(object value) => value switch
    {
        string text => text.Length > 60 ? $"'{text[..60]}...'" : $"'{text}'",
        ImmutableDictionary<string, object> members => members.IsEmpty ? "{}" : "{...}",
        ImmutableArray<object> items => items.IsEmpty ? "[]" : "[...]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
