using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Reading;

/// <summary>A resource as a plan or a state tells of it: <c>apitype.ResourceV3</c> of pulumi/pulumi, as far as it is needed.</summary>
internal sealed record ReadResource
{
    public required string Urn { get; init; }

    public required string Type { get; init; }

    public required bool IsCustom { get; init; }

    /// <summary>None where it is not known yet.</summary>
    public string? Id { get; init; }

    public string? Provider { get; init; }

    public string? Parent { get; init; }

    /// <summary>What the program gives it.</summary>
    public required ImmutableDictionary<string, object> Inputs { get; init; }

    /// <summary>What it is given besides: its name, and defaults of the provider.</summary>
    public ImmutableDictionary<string, object> Defaults { get; init; } = ImmutableDictionary<string, object>.Empty;

    public required ImmutableDictionary<string, object> Outputs { get; init; }

    public ImmutableArray<string> Dependencies { get; init; } = [];

    public ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    public NodeOptions Options { get; init; } = new();

    /// <summary>Whether it is a part of another resource that no program made.</summary>
    public bool IsAddedByHand { get; init; }

    /// <summary>Whether the program only looks it up.</summary>
    public bool IsExternal { get; init; }

    /// <summary>Whether its deletion is pending: it has been replaced already.</summary>
    public bool IsToBeDeleted { get; init; }

    /// <summary>Whether it has been deleted to be made anew, and is not there now.</summary>
    public bool IsToBeMadeAnew { get; init; }

    /// <summary>Whether it is still to be made, so that AWS has not said its id and outputs yet.</summary>
    public bool IsPending => IsCustom && Id is null;

    /// <summary>The logical name: what is behind the stack, the project and the types.</summary>
    public string Name => UrnParts[3];

    /// <summary>The stack's name.</summary>
    public string StackName => UrnParts[0]["urn:pulumi:".Length..];

    /// <summary>The project's name.</summary>
    public string ProjectName => UrnParts[1];

    // A name may have a separator in it: sdk/go/common/resource/urn/urn.go in pulumi/pulumi.
    private string[] UrnParts => Urn.Split("::", 4);

    /// <summary>Whether a text is the URN of a resource.</summary>
    public static bool IsUrn(string text) =>
        text.StartsWith("urn:pulumi:", StringComparison.Ordinal) && text.Split("::", 4).Length == 4;
}
