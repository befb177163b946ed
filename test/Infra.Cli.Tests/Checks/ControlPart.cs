using System.Reflection;
using Infra.Cli.Checks;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.Checks;

/// <summary>
/// One of the expectations that a control is put together from by <see cref="Expect"/>. They are found in what its functions hold on to,
/// so that none can be left out of a list; what a control says by a function of its own is one part.
/// </summary>
/// <param name="Name">Its place in the control, and what it is about.</param>
/// <param name="Reports">Whether it finds something wrong with a resource that the control is on.</param>
internal sealed record ControlPart(string Name, Func<ResourceNode, ResourceGraph, bool> Reports)
{
    /// <summary>The parts of a control, in its order.</summary>
    public static IReadOnlyList<ControlPart> Of(Control control) => [.. Of(control.Problem, "").DistinctBy(part => part.Name)];

    private static IEnumerable<ControlPart> Of(Expectation expectation, string place)
    {
        var held = HeldBy(expectation);
        if (held.GetValueOrDefault("expectations") is Expectation[] all)
            return all.Index().SelectMany(one => Of(one.Item, $"{place}/{one.Index + 1}"));
        if (held.GetValueOrDefault("paths") is string[] paths)
            return paths.Select(path => Leaf($"{place}/{path}", Expect.Unset(path)));
        if (held.TryGetValue("reference", out var reference) && held.GetValueOrDefault("type") is string type)
        {
            var there = Leaf($"has {type}", Expect.Companion(type, (string)reference!));
            return held.GetValueOrDefault("expectation") is Expectation ofOther
                ? Of(ofOther, place).Select(part => OfCompanions(part, type, (string)reference!)).Prepend(there)
                : [there];
        }

        return [Leaf($"{place}/{string.Join(' ', held.Values.OfType<string>())}", expectation)];
    }

    private static ControlPart Leaf(string name, Expectation expectation) =>
        new(name, (node, graph) => expectation(node, graph) is not null);

    private static ControlPart OfCompanions(ControlPart part, string type, string reference) => part with
    {
        Reports = (node, graph) => Expect.Companions(node, graph, type, reference).Any(other => part.Reports(other, graph)),
    };

    private static Dictionary<string, object?> HeldBy(Expectation expectation) =>
        expectation.Target?.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .ToDictionary(field => field.Name, field => field.GetValue(expectation.Target)) ?? [];
}
