using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Reading;

/// <summary>A resource as a plan or a state tells of it: <c>apitype.ResourceV3</c> of pulumi/pulumi, as far as this tool needs it.</summary>
internal sealed record ReadResource
{
    public required string Urn { get; init; }

    public required string Type { get; init; }

    public required bool IsCustom { get; init; }

    /// <summary>None where it is not known yet.</summary>
    public string? Id { get; init; }

    public string? Provider { get; init; }

    public string? Parent { get; init; }

    public required ImmutableDictionary<string, object> Inputs { get; init; }

    public required ImmutableDictionary<string, object> Outputs { get; init; }

    public ImmutableArray<string> Dependencies { get; init; } = [];

    public ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    public NodeOptions Options { get; init; } = new();

    /// <summary>Whether the program only looks it up.</summary>
    public bool IsExternal { get; init; }

    /// <summary>Whether its deletion is pending: it has been replaced already.</summary>
    public bool IsToBeDeleted { get; init; }

    /// <summary>The logical name.</summary>
    public string Name => Urn[(Urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..];
}
