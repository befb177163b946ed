using System.Collections.Immutable;
using System.Globalization;

namespace Infra.Cli.Plan.Reading.Live;

/// <summary>
/// The inputs of a resource as they would have to be to make what is there. A state keeps the program's inputs beside what the provider
/// last read: where the two differ in meaning, what was read counts.
/// </summary>
internal sealed class LiveInputs
{
    private readonly SameMeaning _meaning;
    private readonly List<string> _changed = [];

    /// <summary>Finds them.</summary>
    /// <param name="resource">The resource as a state has it.</param>
    /// <param name="effort">What it may cost.</param>
    /// <exception cref="FormatException">It would cost more.</exception>
    public LiveInputs(ReadResource resource, Effort effort)
    {
        _meaning = new(resource.Type, effort);
        // Of a resource whose creation failed nothing was read.
        Inputs = resource.IsCustom && !resource.Outputs.IsEmpty ? Overlaid(resource) : resource.Inputs;
    }

    public ImmutableDictionary<string, object> Inputs { get; }

    /// <summary>Where they are not what the state has as inputs, such as <c>defaultActions.0.type</c>.</summary>
    public IReadOnlyList<string> Changed => _changed;

    private ImmutableDictionary<string, object> Overlaid(ReadResource resource)
    {
        var inputs = Members(Place.Root, resource.Inputs, resource.Outputs, resource.Inputs.Keys);
        foreach (var name in ProviderDefaults.Watched(resource.Type).Where(name => !resource.Inputs.ContainsKey(name)))
        {
            if (resource.Outputs.TryGetValue(name, out var shown) && !_meaning.IsUsual(name, shown))
                inputs = inputs.SetItem(name, Added(Place.Root.Member(name), shown));
        }

        return inputs.ToImmutableDictionary(input => input.Key, input => WithoutEmpty(input.Value), StringComparer.Ordinal);
    }

    private object? Value(Place place, object declared, object? shown)
    {
        if (_meaning.Of(place.Pattern, declared, shown))
            return declared;

        switch (declared, shown)
        {
            case (ImmutableDictionary<string, object> one, ImmutableDictionary<string, object> other):
                return Members(place, one, other, one.Keys.Union(other.Keys));
            case (ImmutableArray<object> one, ImmutableArray<object> other) when one.Concat(other).All(IsBlock):
                return Blocks(place, one, other);
            default:
                _changed.Add(place.Shown);
                return shown;
        }
    }

    private ImmutableDictionary<string, object> Members(
        Place place,
        ImmutableDictionary<string, object> declared,
        ImmutableDictionary<string, object> shown,
        IEnumerable<string> names)
    {
        var result = declared;
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            var member = place.Member(name);
            var live = declared.TryGetValue(name, out var given)
                ? Value(member, given, shown.GetValueOrDefault(name))
                : _meaning.IsUsual(member.Pattern, shown[name]) ? null : Added(member, shown[name]);
            result = live is null ? result.Remove(name) : result.SetItem(name, live);
        }

        return result;
    }

    // Each is paired with the one that it is most like; providers show them in any order.
    private ImmutableArray<object> Blocks(Place place, ImmutableArray<object> declared, ImmutableArray<object> shown)
    {
        var left = shown.ToList();
        var pairs = new object?[declared.Length];
        var surest = Enumerable.Range(0, declared.Length)
            .OrderByDescending(index => shown.Select(other => Likeness(place, declared[index], other)).DefaultIfEmpty().Max())
            .Take(shown.Length);
        foreach (var index in surest)
        {
            pairs[index] = left.MaxBy(other => Likeness(place, declared[index], other))!;
            left.Remove(pairs[index]!);
        }

        var result = ImmutableArray.CreateBuilder<object>();
        for (var index = 0; index < declared.Length; index++)
        {
            if (Value(place.Item(index), declared[index], pairs[index]) is { } live)
                result.Add(live);
        }

        result.AddRange(left.Select((other, index) => Added(place.Item(declared.Length + index), other)));
        return result.ToImmutable();
    }

    private int Likeness(Place place, object declared, object shown) =>
        declared is ImmutableDictionary<string, object> one && shown is ImmutableDictionary<string, object> other
            ? one.Count(member => other.ContainsKey(member.Key)
                && _meaning.Of($"{place.Pattern}.*.{member.Key}", member.Value, other[member.Key]))
            : 0;

    private object Added(Place place, object shown)
    {
        _changed.Add(place.Shown);
        return WithoutUsual(place.Pattern, shown);
    }

    private object WithoutUsual(string pattern, object shown) => shown switch
    {
        ImmutableDictionary<string, object> members => members
            .Where(member => !_meaning.IsUsual($"{pattern}.{member.Key}", member.Value))
            .ToImmutableDictionary(
                member => member.Key, member => WithoutUsual($"{pattern}.{member.Key}", member.Value), StringComparer.Ordinal),
        ImmutableArray<object> items => items.Select(item => WithoutUsual($"{pattern}.*", item)).ToImmutableArray(),
        _ => shown,
    };

    // What was read into the inputs may bring along what the provider says nothing by.
    private static object WithoutEmpty(object value) => value switch
    {
        ImmutableDictionary<string, object> members when !members.Values.All(IsEmpty) => members
            .Where(member => !IsEmpty(member.Value))
            .ToImmutableDictionary(member => member.Key, member => WithoutEmpty(member.Value), StringComparer.Ordinal),
        ImmutableArray<object> items => items.Select(WithoutEmpty).ToImmutableArray(),
        _ => value,
    };

    private static bool IsEmpty(object value) => value is "" or ImmutableArray<object> { IsEmpty: true };

    private static bool IsBlock(object item) => item is ImmutableDictionary<string, object>;

    /// <summary>A place in the inputs: for the table of defaults, and for people.</summary>
    private readonly record struct Place(string Pattern, string Shown)
    {
        public static readonly Place Root = new("", "");

        public Place Member(string name) => new(Joined(Pattern, name), Joined(Shown, name));

        public Place Item(int index) => new($"{Pattern}.*", string.Create(CultureInfo.InvariantCulture, $"{Shown}.{index}"));

        private static string Joined(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
    }
}
