namespace Infra.Cli.Cost.Prices;

/// <summary>Instance types by family, and in a family from small to large.</summary>
internal sealed class InstanceTypeOrder : IComparer<string>
{
    private static readonly string[] SmallSizes = ["nano", "micro", "small", "medium", "large", "xlarge"];

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
        var (a, b) = (Parts(x ?? ""), Parts(y ?? ""));
        var byFamily = string.CompareOrdinal(a.Family, b.Family);
        if (byFamily != 0)
            return byFamily;

        var bySize = Rank(a.Size).CompareTo(Rank(b.Size));
        return bySize != 0 ? bySize : string.CompareOrdinal(a.Size, b.Size);
    }

    // 2xlarge has twice of what xlarge has; metal comes last.
    private static int Rank(string size)
    {
        var small = Array.IndexOf(SmallSizes, size);
        if (small >= 0)
            return small;

        var times = size.TakeWhile(char.IsAsciiDigit).Count();
        return times is > 0 and < 6 && size[times..] == "xlarge" ? 100 + int.Parse(size.AsSpan(0, times)) : int.MaxValue;
    }
}
