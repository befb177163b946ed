using System.Text.Json;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Docs.Figures;

/// <summary>What one of the measurements in <c>eng</c> has found and kept in <c>eng/results</c>, as the documents show it.</summary>
/// <param name="Name">Its file, without folder and ending.</param>
/// <param name="Commit">The commit that was measured.</param>
/// <param name="Machine">What it was measured on.</param>
/// <param name="Figures">A list of texts for each thing that was measured.</param>
internal sealed record Measurement(string Name, string Commit, string Machine, IReadOnlyDictionary<string, string[]> Figures)
{
    public const string Folder = "eng/results";

    public static IReadOnlyList<Measurement> All { get; } =
    [
        .. from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, Folder), "*.json").Order(StringComparer.Ordinal)
           select Read(file),
    ];

    /// <summary>All its figures, whatever they are of.</summary>
    public IReadOnlySet<string> Texts { get; } = Figures.Values.SelectMany(texts => texts).ToHashSet();

    public override string ToString() => Name;

    private static Measurement Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return new(
            Path.GetFileNameWithoutExtension(file),
            json.RootElement.GetProperty("commit").GetString()!,
            json.RootElement.GetProperty("machine").GetString()!,
            json.RootElement.GetProperty("figures").EnumerateObject().ToDictionary(figure => figure.Name, figure => Values(figure.Value)));
    }

    private static string[] Values(JsonElement figure) =>
        figure.ValueKind == JsonValueKind.Array ? [.. figure.EnumerateArray().Select(text => text.GetString()!)] : [figure.GetString()!];
}
