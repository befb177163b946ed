using System.Text.RegularExpressions;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.PlanMutation;

/// <summary>The mutants that nobody needs to notice, each with the reason: <c>eng/mutation/plan-survivors.md</c>.</summary>
internal sealed class SurvivorTable
{
    private const string Default = "AWS's default";

    private readonly List<Row> _rows;

    private SurvivorTable(List<Row> rows) => _rows = rows;

    public static string Path => System.IO.Path.Combine(Repository.Root, "eng/mutation/plan-survivors.md");

    /// <summary>The rows that no survivor has asked for so far.</summary>
    public IEnumerable<string> Unused => _rows.Where(row => !row.IsUsed).Select(row => row.Text);

    public static SurvivorTable Read() => new(
    [
        .. File.ReadLines(Path)
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => new Row(cells[1].Trim('`'), [.. cells[2].Split(", ")], cells[3], string.Join(" | ", cells[1..3]))),
    ]);

    /// <summary>Why a survivor breaks no requirement; none if the table does not know.</summary>
    public string? ReasonOf(PlanMutant survivor)
    {
        var row = _rows.Find(row => row.Explains(survivor));
        if (row is not null)
            row.IsUsed = true;
        return row?.Reason;
    }

    /// <summary>Whether a reason is that AWS does the same with it and without it: then it is no other plan.</summary>
    public static bool IsSame(string reason) => reason.StartsWith(Default, StringComparison.Ordinal);

    private sealed record Row(string Input, string[] Mutations, string Reason, string Text)
    {
        public bool IsUsed { get; set; }

        public bool Explains(PlanMutant survivor) =>
            Mutations.Contains(survivor.Kind.ToString(), StringComparer.OrdinalIgnoreCase)
            && Regex.IsMatch(survivor.Family, $"^{Regex.Escape(Input).Replace(@"\*\*", ".*", StringComparison.Ordinal)}$");
    }
}
