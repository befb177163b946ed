using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Tests.Checks;
using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Plan.Reading.Live;

/// <summary>
/// A recorded stack as it is on AWS after <c>pulumi refresh</c>: with what the provider shows of each resource beside what the program
/// gave, and in the provider's forms.
/// </summary>
/// <remarks>
/// The program's plans of dev and prod were applied by Terraform's AWS provider, from which Pulumi's is made, on an emulator of AWS, and
/// refreshed; <c>provider-shows.json</c> is what the provider showed of each type beyond the program's inputs, the same for all resources
/// of the type. An item of a path that is <c>*</c> is each of a list. What it shows of other resources is computed here.
/// </remarks>
internal sealed class LiveStack
{
    private static readonly JsonObject Shows = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(), "provider-shows.json")))!.AsObject();

    // Their order means something.
    private static readonly string[] Ordered = ["terminationPolicies", "checkpointPercentages"];

    private readonly ImmutableHashSet<(string Name, string Input)> _touched;

    private LiveStack(ResourceGraph graph, ImmutableHashSet<(string, string)> touched) => (Graph, _touched) = (graph, touched);

    /// <summary>The resources: inputs of the program, outputs of the provider.</summary>
    public ResourceGraph Graph { get; }

    /// <summary>What a recorded stack is like once it runs.</summary>
    public static LiveStack Of(ResourceGraph recorded)
    {
        var shown = recorded.With(node => node.IsCustom ? node with { Outputs = Shown(node) } : node);
        return new(Mirrored(shown), []);
    }

    /// <summary>The same with another value in an output, or none by null; also in one that the program gives no input for.</summary>
    public LiveStack Show(string name, string path, object? value)
    {
        var node = Graph.Named(name);
        var outputs = WithOutput(node.Outputs, path.Split('.'), value);
        var edited = node with { Outputs = (ImmutableDictionary<string, object>)outputs! };
        var changed = Graph.With(other => other == node ? edited : other);
        return new(Mirrors.Reflect(node) ? Mirrored(changed) : changed, _touched.Add((name, path.Split('.')[0])));
    }

    /// <summary>The same with a text in an output replaced.</summary>
    public LiveStack Replace(string name, string output, string old, string replacement)
    {
        var text = (string)Graph.Named(name).Outputs[output];
        Assert.That(text, Does.Contain(old), "a drift that changes nothing proves nothing");
        return Show(name, output, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>The same with one more item at the end of an output.</summary>
    public LiveStack Append(string name, string output, object item) => Show(
        name, output, (Output(name, output) is ImmutableArray<object> items ? items : []).Add(item));

    /// <summary>What the provider shows at a path.</summary>
    public object? Output(string name, string path) =>
        Graph.Named(name) is var node ? (node with { Inputs = node.Outputs }).Peek(path) : null;

    /// <summary>The same without a resource: a refresh takes what is gone out of the state.</summary>
    public LiveStack Gone(string name) => new(Mirrored(Graph.Without(name)), _touched);

    /// <summary>The same after a refresh that also took what changed into the inputs, as newer providers do.</summary>
    public LiveStack WithInputsOfChanges() => WithInputs((node, input) => _touched.Contains((node.Name, input)));

    /// <summary>The same after a refresh that took all inputs from what the provider shows.</summary>
    public LiveStack WithInputsOfAll() => WithInputs((_, _) => true);

    private LiveStack WithInputs(Func<ResourceNode, string, bool> isRead) => new(
        Graph.With(node => node with
        {
            Inputs = node.Inputs.Keys.Aggregate(node.Inputs, (inputs, input) =>
                !node.IsCustom || !isRead(node, input) || inputs[input] is LocalArchive ? inputs
                : node.Outputs.TryGetValue(input, out var shown) ? inputs.SetItem(input, shown)
                : inputs.Remove(input)),
        }),
        _touched);

    private static ResourceGraph Mirrored(ResourceGraph graph)
    {
        var mirrors = new Mirrors(graph);
        return graph.With(node => node.IsCustom ? node with { Outputs = node.Outputs.SetItems(mirrors.Of(node)) } : node);
    }

    private static ImmutableDictionary<string, object> Shown(ResourceNode node)
    {
        var outputs = node.Outputs.ToImmutableDictionary(output => output.Key, output => InProvidersForm(output.Key, output.Value));
        foreach (var (path, value) in Shows[node.Type]?.AsObject() ?? [])
            outputs = (ImmutableDictionary<string, object>)Filled(outputs, path.Split('.'), Value(value)!);
        return node.Inputs.TryGetValue("tags", out var tags) ? outputs.SetItem("tagsAll", tags) : outputs;
    }

    private static object InProvidersForm(string name, object value) => (name, value) switch
    {
        ("deregistrationDelay", double seconds) => seconds.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ("fqdn" or "name", string text) when text.StartsWith('_') => text.TrimEnd('.'),
        (_, string text) when text.StartsWith('{') => Sorted(JsonNode.Parse(text))!.ToJsonString(),
        (_, ImmutableArray<object> items) when Ordered.Contains(name) => items,
        (_, ImmutableArray<object> items) when items.All(item => item is string) => items.Sort((one, other) =>
            string.CompareOrdinal((string)one, (string)other)),
        (_, ImmutableArray<object> items) => items.Reverse().Select(item => InProvidersForm("", item)).ToImmutableArray(),
        (_, ImmutableDictionary<string, object> members) =>
            members.ToImmutableDictionary(member => member.Key, member => InProvidersForm(member.Key, member.Value)),
        _ => value,
    };

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray { Count: 1 } one => Sorted(one[0]),
        JsonArray items => new JsonArray([.. items.Select(Sorted).Reverse()]),
        _ => node?.DeepClone(),
    };

    // Only where there is what it would be in, and not already.
    private static object Filled(object container, ReadOnlySpan<string> path, object value)
    {
        switch (container)
        {
            case ImmutableDictionary<string, object> members when path.Length == 1:
                return members.ContainsKey(path[0]) ? members : members.SetItem(path[0], value);
            case ImmutableDictionary<string, object> members:
                return members.TryGetValue(path[0], out var member) ? members.SetItem(path[0], Filled(member, path[1..], value)) : members;
            case ImmutableArray<object> items:
                var rest = path[1..].ToArray();
                return items.Select(item => Filled(item, rest, value)).ToImmutableArray();
            default:
                return container;
        }
    }

    private static object? WithOutput(object? container, ReadOnlySpan<string> path, object? value) => path.Length switch
    {
        0 => value,
        _ when container is ImmutableArray<object> items && int.Parse(path[0]) is var index =>
            WithOutput(items[index], path[1..], value) is { } item ? items.SetItem(index, item) : items.RemoveAt(index),
        _ when container is ImmutableDictionary<string, object> members =>
            WithOutput(members.GetValueOrDefault(path[0]), path[1..], value) is { } member
                ? members.SetItem(path[0], member)
                : members.Remove(path[0]),
        _ when container is null => Map((path[0], WithOutput(null, path[1..], value)!)),
        _ => throw new ArgumentException($"{path[0]} is in nothing", nameof(path)),
    };

    private static object? Value(JsonNode? node) => node switch
    {
        JsonObject members => members.ToImmutableDictionary(member => member.Key, member => Value(member.Value)!),
        JsonArray items => items.Select(item => Value(item)!).ToImmutableArray(),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.GetValue<double>(),
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
        JsonValue value => value.GetValue<string>(),
        _ => null,
    };

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
