using System.Collections.Immutable;
using System.Globalization;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Support;

/// <summary>A registered resource: what the mocks saw of it, and its arguments and options, which only a transformation sees.</summary>
public sealed class RecordedResource(
    string type, string name, ImmutableDictionary<string, object> inputs, ResourceArgs args, ResourceOptions options)
{
    public string Type { get; } = type;

    public string Name { get; } = name;

    public ImmutableDictionary<string, object> Inputs { get; } = inputs;

    /// <summary>The arguments, in which secrets are still marked.</summary>
    public ResourceArgs Args { get; } = args;

    public Resource? Parent => Options.Parent;

    public bool Protect => Options.Protect == true;

    public IReadOnlyList<string> IgnoreChanges => Options.IgnoreChanges;

    public ResourceOptions Options { get; } = options;

    /// <summary>The names of the resources that this one explicitly waits for.</summary>
    public async Task<IReadOnlyList<string>> DependsOnAsync()
    {
        Output<ImmutableArray<Resource>> resources = Options.DependsOn;
        return [.. (await OutputUtilities.GetValueAsync(resources)).Select(resource => resource.GetResourceName())];
    }

    /// <summary>Whether there is an input at <paramref name="path"/>, e.g. <c>defaultActions.0.redirect.port</c>.</summary>
    public bool Has(string path) => Find(path) is not null;

    public string Text(string path) => (string)Value(path);

    public double Number(string path) => (double)Value(path);

    public bool Flag(string path) => (bool)Value(path);

    public IReadOnlyList<object> List(string path) => (ImmutableArray<object>)Value(path);

    public IReadOnlyList<string> Texts(string path) => [.. List(path).Cast<string>()];

    /// <summary>The input at <paramref name="path"/>; fails with the names that are there.</summary>
    public object Value(string path) =>
        Find(path) ?? throw new KeyNotFoundException($"{Type} {Name} has no input {path}; it has {string.Join(", ", Inputs.Keys.Order())}");

    public override string ToString() => $"{Type} {Name}";

    private object? Find(string path)
    {
        object? value = Inputs;
        foreach (var step in path.Split('.'))
        {
            value = value switch
            {
                ImmutableDictionary<string, object> members => members.GetValueOrDefault(step),
                ImmutableArray<object> items when int.TryParse(step, CultureInfo.InvariantCulture, out var index) && index < items.Length =>
                    items[index],
                _ => null,
            };
        }

        return value;
    }
}
