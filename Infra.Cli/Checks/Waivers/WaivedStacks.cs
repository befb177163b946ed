using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Waivers;

/// <summary>The stacks that a waiver is for: all, some by name, or one kind of them.</summary>
/// <param name="Text">How the file has it.</param>
/// <param name="Names">The stacks by name; empty when it is by kind, or for all.</param>
/// <param name="IsProtected">The kind: those with deletionProtection or those without it; null when the kind does not matter.</param>
internal sealed record WaivedStacks(string Text, ImmutableArray<string> Names, bool? IsProtected)
{
    public const string Protected = "protected";
    public const string Unprotected = "unprotected";

    public static WaivedStacks All { get; } = new("every stack", [], null);

    public static WaivedStacks Named(params ImmutableArray<string> names) => new(string.Join(", ", names), names, null);

    /// <summary>Those of a kind; null when there is no such kind.</summary>
    public static WaivedStacks? OfKind(string kind) => kind switch
    {
        Protected => new("protected stacks", [], true),
        Unprotected => new("unprotected stacks", [], false),
        _ => null,
    };

    public bool Include(ResourceGraph stack) =>
        (Names.IsEmpty || Names.Contains(stack.StackName)) && (IsProtected ?? stack.IsProtected) == stack.IsProtected;
}
