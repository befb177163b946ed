using System.Collections.Immutable;
using System.Globalization;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Reading.Live;

/// <summary>
/// Whether a provider that shows one value means what the program gave as another: <c>30</c> and <c>"30"</c>, a list in another order,
/// a policy in another form, nothing and what it fills in for nothing.
/// </summary>
/// <param name="type">The resource's type.</param>
/// <param name="effort">What it may cost.</param>
internal sealed class SameMeaning(string type, Effort effort)
{
    // How many letters are read while two short texts are compared.
    private const int LettersAtOnce = 100;

    /// <summary>Whether they mean the same.</summary>
    /// <param name="pattern">Where they are, with <c>*</c> for each item of a list.</param>
    /// <param name="declared">What the program gave.</param>
    /// <param name="shown">What the provider shows.</param>
    public bool Of(string pattern, object? declared, object? shown)
    {
        effort.Spend();
        return IsSame(pattern, declared, shown);
    }

    /// <summary>Whether a value is what the provider shows where the program says nothing.</summary>
    public bool IsUsual(string pattern, object? shown) => (ProviderDefaults.Usual(type, pattern), shown) switch
    {
        (_, not null) when SaysByBeingThere(pattern) => false,
        (not null, null or "") => true,
        ({ } usual, _) => usual is ProviderDefaults.Anything || OfTexts(Text(usual), Text(shown)),
        (_, ImmutableDictionary<string, object> members) => members.All(member => IsUsual($"{pattern}.{member.Key}", member.Value)),
        (_, ImmutableArray<object> items) =>
            items.All(item => item is ImmutableDictionary<string, object> && IsUsual($"{pattern}.*", item)),
        _ => IsEmpty(shown),
    };

    private bool IsSame(string pattern, object? declared, object? shown) => (declared, shown) switch
    {
        // What is secret, or not known, is not compared.
        (UnknownValue, _) or (_, UnknownValue) => true,
        (null, not null) or (not null, null) when SaysByBeingThere(pattern) => false,
        (null, _) => IsUsual(pattern, shown),
        (_, null) => IsEmpty(declared),
        (ImmutableDictionary<string, object> one, ImmutableDictionary<string, object> other) =>
            one.Keys.Union(other.Keys).All(name => Of($"{pattern}.{name}", one.GetValueOrDefault(name), other.GetValueOrDefault(name))),
        (ImmutableArray<object> one, ImmutableArray<object> other) => OfLists(pattern, one, other),
        (LocalArchive, _) => true,
        _ => OfTexts(Text(declared), Text(shown)),
    };

    private static bool SaysByBeingThere(string pattern) => BlocksThatSay.Has(pattern[(pattern.LastIndexOf('.') + 1)..]);

    private bool OfLists(string pattern, ImmutableArray<object> one, ImmutableArray<object> other)
    {
        if (one.Length != other.Length)
            return false;

        var item = $"{pattern}.*";
        return one.Zip(other).All(pair => Of(item, pair.First, pair.Second))
            || !ProviderDefaults.IsInOrder(type, pattern) && OfSets(item, one, other);
    }

    private bool OfSets(string item, ImmutableArray<object> one, ImmutableArray<object> other)
    {
        var isTaken = new bool[other.Length];
        foreach (var wanted in one)
        {
            var found = Enumerable.Range(0, other.Length)
                .FirstOrDefault(index => !IsTaken(index) && Of(item, wanted, other[index]), -1);
            if (found < 0)
                return false;
            isTaken[found] = true;
        }

        return true;

        bool IsTaken(int index)
        {
            effort.Spend();
            return isTaken[index];
        }
    }

    private static bool IsEmpty(object? value) => value switch
    {
        null or "" or false or 0d or "0" or "false" => true,
        ImmutableArray<object> items => items.IsEmpty,
        ImmutableDictionary<string, object> members => members.Values.All(IsEmpty),
        _ => false,
    };

    private static string? Text(object? value) => value switch
    {
        string text => text.Trim(),
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    // The trailing dot of a name in DNS says nothing more than the name.
    private bool OfTexts(string? one, string? other)
    {
        if (one == other)
            return true;
        if (one is null || other is null)
            return false;

        effort.Spend((one.Length + other.Length) / LettersAtOnce);
        return one.EndsWith('.') != other.EndsWith('.') && one.TrimEnd('.').Equals(other.TrimEnd('.'), StringComparison.OrdinalIgnoreCase)
            || PlainJson.Of(one) is { } document && document == PlainJson.Of(other);
    }
}
