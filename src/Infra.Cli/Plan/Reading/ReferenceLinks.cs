using System.Collections.Immutable;
using System.Globalization;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Reading;

/// <summary>
/// Restores who refers to whom. The engine does not know the ids of what is still to be made, so an input with one is not known, but it
/// tells which resources each input comes from.
/// </summary>
internal sealed class ReferenceLinks
{
    private const string EachItem = "*";

    private readonly Dictionary<string, ReadResource> _byUrn = new(StringComparer.Ordinal);

    /// <summary>Restores them.</summary>
    /// <param name="resources">The resources, each behind those that it comes from, as the engine registers them.</param>
    /// <param name="pending">Gives ids to those that have none.</param>
    public ReferenceLinks(IEnumerable<ReadResource> resources, PendingOutputs pending)
    {
        foreach (var resource in resources)
        {
            _byUrn[resource.Urn] = pending.Complete(Linked(resource));
            Resources.Add(_byUrn[resource.Urn]);
        }
    }

    /// <summary>The resources, with stand-ins where what is not known is a reference to just one of them.</summary>
    public List<ReadResource> Resources { get; } = [];

    private ReadResource Linked(ReadResource resource)
    {
        var inputs = resource.Inputs;
        foreach (var references in ReferenceInputs.Of(resource.Type).GroupBy(reference => reference.Path, StringComparer.Ordinal))
        {
            var path = references.Key.Split('.');
            if (!inputs.TryGetValue(path[0], out var value) || !UnknownValue.IsWithin(value))
                continue;

            var sources = resource.PropertyDependencies.GetValueOrDefault(path[0], [])
                .Select(urn => _byUrn.GetValueOrDefault(urn)).OfType<ReadResource>().ToList();
            var candidates = (
                from source in sources
                from reference in references
                where source.Type == reference.Target
                select ValueOf(source, reference)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            var isAll = sources.All(source => references.Any(reference => reference.Target == source.Type));
            inputs = inputs.SetItem(path[0], Linked(value, path.AsSpan(1), candidates, isAll));
        }

        // What a provider shows of an input is the input.
        return resource with
        {
            Inputs = inputs,
            Outputs = resource.Outputs.SetItems(inputs.Where(input => resource.Outputs.GetValueOrDefault(input.Key) is UnknownValue)),
        };
    }

    private static string? ValueOf(ReadResource source, ResourceReference reference) =>
        reference.Output is null ? source.Id : source.Outputs.GetValueOrDefault(reference.Output) as string;

    private static object Linked(object value, ReadOnlySpan<string> path, List<string> candidates, bool isAll)
    {
        switch (value)
        {
            case UnknownValue when path.IsEmpty:
                return candidates is [var only] && isAll ? only : value;
            // A list that is not known as a whole: of nothing but these.
            case UnknownValue when path is [EachItem]:
                return candidates.Count > 0 && isAll ? candidates.ToImmutableArray<object>() : value;
            case ImmutableArray<object> items when path is [EachItem]:
                return Items(items, candidates);
            case ImmutableArray<object> items when path is [EachItem, ..]:
                var rest = path[1..].ToArray();
                return items.Select(item => LinkedWithin(item, rest, candidates)).ToImmutableArray();
            case ImmutableDictionary<string, object> members when !path.IsEmpty && members.TryGetValue(path[0], out var member):
                return members.SetItem(path[0], LinkedWithin(member, path[1..], candidates));
            default:
                return value;
        }
    }

    // Deep in an input other parts of it may come from other resources.
    private static object LinkedWithin(object value, ReadOnlySpan<string> path, List<string> candidates) =>
        Linked(value, path, candidates, isAll: true);

    // In which order, if there are several, does not matter to AWS: lists of references are sets.
    private static ImmutableArray<object> Items(ImmutableArray<object> items, List<string> candidates)
    {
        var left = new Queue<string>(candidates.Where(candidate => !items.Contains(candidate)));
        return items.Count(item => item is UnknownValue) == left.Count
            ? [.. items.Select(item => item is UnknownValue ? left.Dequeue() : item)]
            : items;
    }
}
