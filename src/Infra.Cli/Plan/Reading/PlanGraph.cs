using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading.Live;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;

namespace Infra.Cli.Plan.Reading;

/// <summary>Makes the graph of what a file with a plan holds.</summary>
internal static class PlanGraph
{
    /// <summary>The graph.</summary>
    /// <param name="contents">What the file holds.</param>
    /// <param name="name">What the user knows the file by.</param>
    /// <param name="directory">The current directory, whose project may have the configuration of a state.</param>
    /// <exception cref="InvalidUsageException">The file has no stack, or what can't be one.</exception>
    public static ResourceGraph Of(PlanContents contents, string name, string directory)
    {
        try
        {
            return Of(contents, directory);
        }
        catch (FormatException fault)
        {
            throw new InvalidUsageException($"{name} must hold a whole stack, but {fault.Message}: make it again");
        }
    }

    private static ResourceGraph Of(PlanContents contents, string directory)
    {
        var stack = StackOf(contents);
        var sorted = new OursAndOthers(contents.Resources);
        var configuration = PlanConfiguration.Of(contents, stack, directory);
        var region = PlanRegion.Of(contents, configuration);
        // Before version 3 of states: sdk/go/common/apitype/migrate in pulumi/pulumi.
        var isOld = contents.Kind == PlanKind.State && sorted.Ours.TrueForAll(resource => resource.PropertyDependencies.IsEmpty);
        var log = new UnknownLog();
        var pending = new PendingOutputs(region);
        var live = contents.IsLive ? new LiveState(sorted.Ours) : null;
        var ours = live?.Resources ?? sorted.Ours;
        var links = new ReferenceLinks(ours, pending);
        var urns = ours.Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
        // The stack is registered first, but a state of many writers need not have it first.
        var nodes = links.Resources.OrderBy(resource => resource.Type != TypeToken.Stack)
            .Select(resource => Node(resource, sorted.ParentOf(resource, urns, stack.Urn), urns, log) with
            {
                IsBare = contents.Kind == PlanKind.Events && resource.IsCustom,
                HasNoPropertyDependencies = isOld,
            });
        var outputs = stack.Outputs.ToImmutableSortedDictionary(StringComparer.Ordinal);
        return new(stack.ProjectName, stack.StackName, region, [.. nodes], outputs)
        {
            Origin = contents.Kind,
            Note = contents.Note,
            Others = [.. sorted.Others, .. contents.BrokenOff],
            HandChanges = live?.Changes ?? [],
            Unknowns = log,
            StandIns = new(pending.MadeUp),
            Configuration = configuration.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Secrets = new(contents.Secrets),
        };
    }

    private static ReadResource StackOf(PlanContents contents)
    {
        var stacks = contents.Resources.Where(resource => resource.Type == TypeToken.Stack && !resource.IsToBeDeleted).ToList();
        if (stacks is not [var stack])
            throw new FormatException(stacks.Count == 0 ? "has none" : "has several");

        return ProjectFile.IsPlainName(stack.StackName) && ProjectFile.IsPlainName(stack.ProjectName)
            ? stack
            : throw new FormatException(
                "has a stack or a project by a name that Pulumi does not allow, "
                + LegibleText.Of($"{stack.ProjectName}/{stack.StackName}"));
    }

    private static ResourceNode Node(ReadResource resource, string? parent, IReadOnlySet<string> urns, UnknownLog log) => new()
    {
        Urn = resource.Urn,
        Type = resource.Type,
        Name = resource.Name,
        IsCustom = resource.IsCustom,
        Id = resource.Id,
        Provider = resource.Provider,
        Parent = parent,
        Inputs = resource.Inputs,
        Outputs = resource.Type == TypeToken.Stack ? ImmutableDictionary<string, object>.Empty : resource.Outputs,
        Dependencies = [.. resource.Dependencies.Where(urns.Contains)],
        PropertyDependencies = resource.PropertyDependencies
            .Select(input => KeyValuePair.Create(input.Key, input.Value.Where(urns.Contains).ToImmutableArray()))
            .Where(input => !input.Value.IsEmpty)
            .ToImmutableSortedDictionary(StringComparer.Ordinal),
        Options = resource.Options,
        IsAddedByHand = resource.IsAddedByHand,
        Unknowns = log,
    };
}
