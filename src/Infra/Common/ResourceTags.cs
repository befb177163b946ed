using System.Collections.Concurrent;
using System.Reflection;
using Pulumi;

namespace Infra.Common;

/// <summary>Puts tags on everything that can carry tags, so that no resource can be forgotten.</summary>
/// <param name="common">The tags that all resources share.</param>
public sealed class ResourceTags(IReadOnlyDictionary<string, string> common)
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo?> TagProperties = new();

    /// <summary>A stack's own.</summary>
    /// <param name="projectName">The project, for the tag <c>Project</c>.</param>
    /// <param name="stackName">The stack, for the tag <c>Environment</c>.</param>
    public ResourceTags(string projectName, string stackName)
        : this(new Dictionary<string, string>
        {
            ["Project"] = projectName,
            ["Environment"] = stackName,
            ["ManagedBy"] = "Pulumi",
        })
    {
    }

    /// <summary>Those of the deployment that is running; without one the SDK throws.</summary>
    public static ResourceTags OfRunningStack() => new(Deployment.Instance.ProjectName, Deployment.Instance.StackName);

    /// <summary>The tags that all resources share.</summary>
    public IReadOnlyDictionary<string, string> Common => common;

    /// <summary>The same and more; of a key that both have, the value stays.</summary>
    /// <param name="more">What to add.</param>
    public ResourceTags With(IReadOnlyDictionary<string, string> more) =>
        new(more.Concat(Common).GroupBy(tag => tag.Key, StringComparer.Ordinal).ToDictionary(tag => tag.Key, tag => tag.Last().Value));

    /// <summary>
    /// Adds the common tags, and <c>Name</c>, which the AWS console shows first; a tag that a resource sets itself wins.
    /// See https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html.
    /// </summary>
    public ResourceTransformationResult? Apply(ResourceTransformationArgs args)
    {
        if (args.Args is null || TagProperties.GetOrAdd(args.Args.GetType(), FindTagProperty) is not { } property)
            return null;

        var tags = new InputMap<string> { { "Name", args.Resource.GetResourceName() } };
        foreach (var (key, value) in Common)
            tags.Add(key, value);

        property.SetValue(args.Args, InputMap<string>.Merge(tags, (InputMap<string>)property.GetValue(args.Args)!));
        return new ResourceTransformationResult(args.Args, args.Options);
    }

    // An Auto Scaling group's tags are a list, since each says whether servers inherit it; ServerFleet sets them itself.
    private static PropertyInfo? FindTagProperty(Type type) =>
        type.GetProperty("Tags") is { } property && property.PropertyType == typeof(InputMap<string>) ? property : null;
}
