using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;

namespace Infra.Cli.Plan.Reading;

/// <summary>Tells the program's own resources from what else is in a plan or a state.</summary>
internal sealed class OursAndOthers
{
    private const string ProviderPrefix = "pulumi:providers:";
    private const string ComponentPrefix = "infra:";

    private readonly Dictionary<string, ReadResource> _byUrn = new(StringComparer.Ordinal);

    /// <summary>Sorts them.</summary>
    /// <exception cref="FormatException">Two have one URN, or a parent is missing or its own descendant.</exception>
    public OursAndOthers(IReadOnlyList<ReadResource> resources)
    {
        foreach (var resource in resources.Where(resource => !resource.IsToBeDeleted))
        {
            if (!_byUrn.TryAdd(resource.Urn, resource))
                throw new FormatException($"has {Shown(resource)} twice");
        }

        RequireParents();
        foreach (var resource in resources.Where(resource => !resource.Type.StartsWith(ProviderPrefix, StringComparison.Ordinal)))
        {
            if (WhyNot(resource) is { } why)
                Others.Add(new(resource.Type, resource.Name, why));
            else
                Ours.Add(resource);
        }
    }

    /// <summary>The program's own, in the order of the file.</summary>
    public List<ReadResource> Ours { get; } = [];

    /// <summary>The others but for providers, which stand behind every resource.</summary>
    public List<OtherResource> Others { get; } = [];

    /// <summary>The URN of the nearest ancestor that is ours.</summary>
    public string? ParentOf(ReadResource resource, IReadOnlySet<string> ours, string stack)
    {
        for (var urn = resource.Parent; urn is not null; urn = _byUrn[urn].Parent)
        {
            if (ours.Contains(urn))
                return urn;
        }

        return resource.Urn == stack ? null : stack;
    }

    private string? WhyNot(ReadResource resource) => resource switch
    {
        { IsToBeDeleted: true } => "is replaced already and waits for its deletion",
        { IsToBeMadeAnew: true } => "is deleted and not made anew yet",
        { IsExternal: true } => "is only looked up",
        { Type: TypeToken.Stack } => null,
        { IsCustom: true } when !ComputedOutputs.Knows(resource.Type) => "is of a type that this program does not use",
        { IsCustom: false } when !IsOurComponent(resource) => "is a component of another program",
        _ when Ancestors(resource).FirstOrDefault(IsForeign) is { } foreign => $"belongs to {Shown(foreign)}",
        _ => null,
    };

    private static bool IsOurComponent(ReadResource resource) => resource.Type.StartsWith(ComponentPrefix, StringComparison.Ordinal);

    private static bool IsForeign(ReadResource ancestor) =>
        !ancestor.IsCustom && ancestor.Type != TypeToken.Stack && !IsOurComponent(ancestor);

    private IEnumerable<ReadResource> Ancestors(ReadResource resource)
    {
        for (var urn = resource.Parent; urn is not null; urn = _byUrn[urn].Parent)
            yield return _byUrn[urn];
    }

    // Each parent is looked at once, or a long chain of them would take for ever.
    private void RequireParents()
    {
        var rooted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in _byUrn.Values)
        {
            var chain = new HashSet<string>(StringComparer.Ordinal);
            for (var current = resource; rooted.Contains(current.Urn) is false; current = _byUrn[current.Parent])
            {
                if (!chain.Add(current.Urn))
                    throw new FormatException($"has {Shown(current)} as its own ancestor");
                if (current.Parent is null)
                    break;
                if (!_byUrn.ContainsKey(current.Parent))
                    throw new FormatException($"has {Shown(current)} without its parent");
            }

            rooted.UnionWith(chain);
        }
    }

    private static string Shown(ReadResource resource) => Shell.LegibleText.Of($"{resource.Type} {resource.Name}");
}
