using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;
using Infra.Cli.Plan.Reading.Live;

namespace Infra.Cli.Diff.Resources;

/// <summary>
/// A state against a plan. The provider writes down in its own form what the program gives: in another order, with what it fills in, a
/// policy as AWS keeps it. A refresh puts that into the state, and nobody has changed anything.
/// </summary>
/// <param name="before">One side.</param>
/// <param name="after">The other.</param>
internal sealed class ProvidersForm(ResourceGraph before, ResourceGraph after)
{
    // Both stacks take some thousands; a file that is made for it is compared as it is.
    private readonly Effort _effort = new();

    /// <summary>A resource of both sides; that of a state in the form of the other where both mean the same.</summary>
    public (ResourceNode Before, ResourceNode After) Alike(ResourceNode former, ResourceNode now) =>
        (before.Origin == PlanKind.State, after.Origin == PlanKind.State) switch
        {
            (true, false) => (InFormOf(former, now), now),
            (false, true) => (former, InFormOf(now, former)),
            _ => (former, now),
        };

    private ResourceNode InFormOf(ResourceNode live, ResourceNode declared)
    {
        try
        {
            var meaning = new SameMeaning(live.Type, _effort);
            var inputs = new LiveInputs(
                new() { Urn = live.Urn, Type = live.Type, IsCustom = true, Inputs = declared.Inputs, Outputs = live.Inputs },
                _effort).Inputs;
            var others = live.Inputs.Where(input => !declared.Inputs.ContainsKey(input.Key) && !meaning.IsUsual(input.Key, input.Value));
            return live with
            {
                Inputs = inputs.SetItems(others).ToImmutableDictionary(
                    input => input.Key,
                    input => InOrderOf(live.Type, input.Key, input.Value, declared.Inputs.GetValueOrDefault(input.Key)),
                    StringComparer.Ordinal),
            };
        }
        catch (FormatException)
        {
            return live;
        }
    }

    // Of a list that is another, what stayed keeps its place.
    private static object InOrderOf(string type, string pattern, object live, object? declared) => (live, declared) switch
    {
        (ImmutableDictionary<string, object> shown, ImmutableDictionary<string, object> given) => shown.ToImmutableDictionary(
            member => member.Key,
            member => InOrderOf(type, $"{pattern}.{member.Key}", member.Value, given.GetValueOrDefault(member.Key)),
            StringComparer.Ordinal),
        (ImmutableArray<object> shown, ImmutableArray<object> given) when shown.Concat(given).All(item => item is string) =>
            ProviderDefaults.IsInOrder(type, pattern)
                ? shown
                : shown.OrderBy(item => given.IndexOf(item) is var place and >= 0 ? place : int.MaxValue).ToImmutableArray(),
        _ => live,
    };
}
