using System.Globalization;

namespace Infra.Cli.Cost.Prices;

/// <summary>Instance types by family, and in a family from small to large.</summary>
internal sealed class InstanceTypeOrder : IComparer<string>
{
    private const string Extra = "xlarge";

    private static readonly string[] SmallSizes = ["nano", "micro", "small", "medium", "large", Extra];

    private InstanceTypeOrder()
    {
    }

    /// <summary>The only one.</summary>
    public static InstanceTypeOrder Instance { get; } = new();

    /// <summary>The family and the size of <c>family.size</c>; the size is empty without a dot.</summary>
    public static (string Family, string Size) Parts(string type)
    {
        var dot = type.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? (type, "") : (type[..dot], type[(dot + 1)..]);
    }

    public int Compare(string? x, string? y)
    {
        // No list of prices has a type without a name.
        var (a, b) = (Parts(x!), Parts(y!));
        var byFamily = string.CompareOrdinal(a.Family, b.Family);
        if (byFamily != 0)
            return byFamily;

        var bySize = Rank(a.Size).CompareTo(Rank(b.Size));
        return bySize != 0 ? bySize : string.CompareOrdinal(a.Size, b.Size);
    }

    // 2xlarge has twice of what xlarge has; metal comes last.
    private static long Rank(string size)
    {
        var small = Array.IndexOf(SmallSizes, size);
        if (small >= 0)
            return small;

        return size.EndsWith(Extra, StringComparison.Ordinal)
            && int.TryParse(size.AsSpan(0, size.Length - Extra.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var times)
            ? 100L + times
            : long.MaxValue;
    }
}
