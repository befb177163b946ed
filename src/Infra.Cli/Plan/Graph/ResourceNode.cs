using System.Collections.Immutable;
using System.Globalization;

namespace Infra.Cli.Plan.Graph;

/// <summary>One resource that a stack declares, with everything that was recorded of it.</summary>
internal sealed record ResourceNode : INamed
{
    /// <summary>As the engine would form it: the types of all parents, joined by <c>$</c>.</summary>
    public required string Urn { get; init; }

    /// <summary>The type token, e.g. <c>aws:lb/listener:Listener</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The logical name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether a provider makes it; a component is only a group of others.</summary>
    public required bool IsCustom { get; init; }

    /// <summary>The made-up id; none for a component.</summary>
    public string? Id { get; init; }

    /// <summary>URN and id of the provider that makes it; none for a component.</summary>
    public string? Provider { get; init; }

    /// <summary>The parent's URN; none for the stack itself.</summary>
    public string? Parent { get; init; }

    /// <summary>The inputs as the engine would get them: strings, booleans, doubles, lists, maps, archives.</summary>
    public required ImmutableDictionary<string, object> Inputs { get; init; }

    /// <summary>The inputs, and what the offline cloud computed.</summary>
    public required ImmutableDictionary<string, object> Outputs { get; init; }

    /// <summary>URNs of the resources that this one needs, in the order of their registration.</summary>
    public ImmutableArray<string> Dependencies
    {
        get => Told(field, "dependsOn", !IsBare);
        init;
    } = [];

    /// <summary>The same by input, without those that only <c>dependsOn</c> names.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies
    {
        get => Told(field, "dependsOn", !IsBare && !HasNoPropertyDependencies);
        init;
    } = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    public required NodeOptions Options
    {
        get => Told(field, "ignoreChanges", !IsBare);
        init;
    }

    /// <summary>Whether nobody tells its dependencies and options: the engine's events have none.</summary>
    public bool IsBare { get; init; }

    /// <summary>Whether nobody tells which input a dependency is of: states of old have only the dependencies.</summary>
    public bool HasNoPropertyDependencies { get; init; }

    /// <summary>Whether somebody made it by hand, beside what the program makes.</summary>
    public bool IsAddedByHand { get; init; }

    /// <summary>Where it is noted who asks for what is not known; none where all is.</summary>
    public UnknownLog? Unknowns { get; init; }

    /// <summary>The last part of the type, e.g. <c>Listener</c>.</summary>
    public string Kind => Type[(Type.LastIndexOf(':') + 1)..];

    /// <summary>
    /// Whether there is an input at a path such as <c>defaultActions.0.redirect.port</c>: also one whose value is not known.
    /// </summary>
    public bool Has(string path) => Peek(path) is not null;

    /// <summary>The text at a path, or null; numbers and booleans as AWS writes them.</summary>
    public string? Text(string path) => Find(path) switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        double number => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The number at a path, or null.</summary>
    public double? Number(string path) => Find(path) switch
    {
        double number => number,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>Whether the value at a path is true; AWS has booleans that are texts.</summary>
    public bool IsTrue(string path) => Find(path) is true or "true";

    /// <summary>The texts of the list at a path; empty when there is none.</summary>
    public IReadOnlyList<string> Texts(string path) => [.. Items(path).OfType<string>()];

    /// <summary>The items of the list at a path; empty when there is none.</summary>
    public ImmutableArray<object> Items(string path)
    {
        if (Find(path) is not ImmutableArray<object> items)
            return [];

        if (items.Any(item => item is UnknownValue))
            Unknowns?.Note(this, path);
        return items;
    }

    /// <summary>The path of each item of the list at a path: <c>rules.0</c>, <c>rules.1</c>, ...</summary>
    public IEnumerable<string> Paths(string path) =>
        Enumerable.Range(0, Items(path).Length).Select(index => string.Create(CultureInfo.InvariantCulture, $"{path}.{index}"));

    /// <summary>The value at a path, or null.</summary>
    public object? Find(string path)
    {
        var value = Peek(path);
        if (value is UnknownValue)
            Unknowns?.Note(this, path);
        return value;
    }

    /// <summary>The same for whoever concludes nothing from it.</summary>
    public object? Peek(string path)
    {
        object? value = Inputs;
        foreach (var step in path.Split('.'))
        {
            value = value switch
            {
                ImmutableDictionary<string, object> members => members.GetValueOrDefault(step),
                ImmutableArray<object> items
                    when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Length
                    => items[index],
                UnknownValue => value,
                _ => null,
            };
        }

        return value;
    }

    /// <summary>A computed output that is text, e.g. <c>arn</c>.</summary>
    public string? Output(string name) => FindOutput(name) as string;

    /// <summary>A computed output, or null.</summary>
    public object? FindOutput(string name)
    {
        var value = Outputs.GetValueOrDefault(name);
        if (value is UnknownValue)
            Unknowns?.Note(this, name);
        return value;
    }

    /// <summary>Whether a value is its id or its ARN: an ARN that is still to come is no value that somebody could have.</summary>
    public bool IsMeantBy(string value) => value == Id || value.Equals(Outputs.GetValueOrDefault("arn"));

    public override string ToString() => $"{Type} {Name}";

    private T Told<T>(T value, string option, bool isTold)
    {
        if (!isTold)
            Unknowns?.Note(this, option);
        return value;
    }
}
