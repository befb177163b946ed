using System.Collections.Immutable;
using Pulumi;

namespace Infra.Cli.Plan.Graph;

/// <summary>The options of a resource that its inputs do not show.</summary>
internal sealed record NodeOptions
{
    public bool Protect { get; init; }

    public bool RetainOnDelete { get; init; }

    public bool? DeleteBeforeReplace { get; init; }

    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>Another value of it replaces the resource; as text.</summary>
    public string? ReplacementTrigger { get; init; }

    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>URNs of what <c>dependsOn</c> names; a component stands for the custom resources below it.</summary>
    public ImmutableArray<string> DependsOn { get; init; } = [];

    public CustomTimeouts? CustomTimeouts { get; init; }
}
