using Infra.Cli.Tests.Docs.Documents;

namespace Infra.Cli.Tests.Docs.Figures;

/// <summary>Every measured figure in the documents is one that a measurement has written down.</summary>
internal sealed class FigureTests
{
    private static readonly string[] Documents = ["README.md", "docs/testing.md"];

    [TestCaseSource(nameof(Documents))]
    public void Figures_ThatQuoteAMeasurement_AreItsOwn(string document)
    {
        var wrong = from block in BlocksOf(document)
                    where block.Source is not null
                    from figure in WrongIn(block, Measurement.All.Single(measurement => measurement.Name == block.Source))
                    select $"{block.Source}: {figure}";

        Assert.That(wrong, Is.Empty, "measure again, or write what is in eng/results");
    }

    // The plan mutation's own test compares its table with what it finds.
    [TestCaseSource(nameof(Documents))]
    public void Figures_ThatOnlyAMeasurementCanTell_QuoteOne(string document) => Assert.That(
        BlocksOf(document).Where(block => block is { Source: null, Heading: not "Plan mutation" }).SelectMany(block => block.Measured),
        Is.Empty);

    [TestCaseSource(typeof(Measurement), nameof(Measurement.All))]
    public void Measurement_IsQuotedAndSaysOfWhat(object measured)
    {
        var measurement = (Measurement)measured;

        Assert.That(measurement.Commit, Does.Match("^[0-9a-f]{7}$"));
        Assert.That(measurement.Machine, Does.Match(@"^\d+ cores of .+, \.NET 10\."));
        Assert.That(Documents.SelectMany(BlocksOf).Select(block => block.Source), Does.Contain(measurement.Name));
    }

    private static IReadOnlyList<FigureBlock> BlocksOf(string document) => FigureBlock.Of(DocumentFile.Load(document));

    private static IEnumerable<string> WrongIn(FigureBlock block, Measurement measurement) => block.Rows.Count == 0
        ? block.Figures.Where(figure => !measurement.Texts.Contains(figure))
        : from row in block.Rows
          where !measurement.Figures.TryGetValue(row[0], out var figures) || !figures.SequenceEqual(row.Skip(1))
          select string.Join(" | ", row);
}
