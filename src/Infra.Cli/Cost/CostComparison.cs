namespace Infra.Cli.Cost;

/// <summary>Finds the lines of two estimates that belong together.</summary>
internal static class CostComparison
{
    /// <summary>The items of both: the first's in its order, each that only the second has behind the one before it.</summary>
    public static IReadOnlyList<string> Items(CostEstimate left, CostEstimate right)
    {
        var items = left.Lines.Select(line => line.Item).ToList();
        var place = 0;
        foreach (var item in right.Lines.Select(line => line.Item))
        {
            var known = items.IndexOf(item);
            if (known < 0)
                items.Insert(place, item);

            place = (known < 0 ? place : known) + 1;
        }

        return items;
    }

    public static CostLine? Find(CostEstimate estimate, string item) => estimate.Lines.FirstOrDefault(line => line.Item == item);
}
