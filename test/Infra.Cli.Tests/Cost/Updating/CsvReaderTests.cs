using System.Text;
using Infra.Cli.Cost.Updating;

namespace Infra.Cli.Tests.Cost.Updating;

internal sealed class CsvReaderTests
{
    private static TestCaseData[] Texts =>
    [
        Named("two rows", "a,b\nc,d\n", "a|b/c|d"),
        Named("ends of Windows", "a,b\r\nc,d\r\n", "a|b/c|d"),
        Named("no end", "a,b\nc,d", "a|b/c|d"),
        Named("quoted", "\"a,1\",\"b\"\"2\"\"\"\n", "a,1|b\"2\""),
        Named("a quote before a comma", "\"a\"\",b\",c\n", "a\",b|c"),
        Named("an end within quotes", "\"a\nb\",c\n", "a\nb|c"),
        Named("an end of Windows within quotes", "\"a\r\nb\",c\n", "a\r\nb|c"),
        Named("empty cells", ",,\n", "||"),
        Named("empty cells in quotes", "\"\",x,\"\"\n", "|x|"),
        Named("an empty row", "\n", ""),
    ];

    [TestCaseSource(nameof(Texts))]
    public async Task Rows_OfAText_AreItsCells(string text, string expected) =>
        Assert.That(string.Join('/', (await RowsAsync(new StringReader(text))).Select(row => string.Join('|', row))), Is.EqualTo(expected));

    [Test]
    public async Task Rows_OfNothing_AreNone() => Assert.That(await RowsAsync(new StringReader("")), Is.Empty);

    // What is read comes in pieces, whose ends fall anywhere.
    [Test]
    public async Task Rows_AcrossPieces_AreWhole()
    {
        var text = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"\"row {i}, \"\"quoted\"\"\",{i}\r\n"));

        var rows = await RowsAsync(new StringReader(text));

        Assert.That(rows, Has.Count.EqualTo(5_000));
        Assert.That(rows.Select((row, i) => row[0] == $"row {i}, \"quoted\"" && row[1] == $"{i}"), Is.All.True);
    }

    [TestCase(200_000, true)]
    [TestCase(200_001, false)]
    public async Task Row_OfManyCharacters_IsReadUpToALimit(int characters, bool isRead)
    {
        var csv = new CsvReader(new StringReader(new string('x', characters - 1) + "\n"));
        string? fault = null;
        try
        {
            await csv.NextAsync(default);
        }
        catch (InvalidDataException refusal)
        {
            fault = refusal.Message;
        }

        Assert.That(fault, Is.EqualTo(isRead ? null : "a row has no end"));
    }

    // 100 MB are read, of which no more than a row is held.
    [Test]
    [Category("Wide")]
    public async Task Rows_OfALongText_AreNotKept()
    {
        var row = Encoding.UTF8.GetBytes($"\"{new string('x', 998)}\"\n");
        using var text = new StreamReader(new EndlessRows(row, rows: 100_000));
        var csv = new CsvReader(text);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;

        for (var i = 0; await csv.NextAsync(default) is not null; i++)
        {
            if (i % 20_000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.That(most, Is.LessThan(5_000_000));
    }

    private static TestCaseData Named(string name, string text, string rows) => new TestCaseData(text, rows).SetArgDisplayNames(name);

    private static async Task<List<string[]>> RowsAsync(TextReader text)
    {
        var csv = new CsvReader(text);
        List<string[]> rows = [];
        while (await csv.NextAsync(default) is { } row)
            rows.Add([.. row]);
        return rows;
    }

    private sealed class EndlessRows(byte[] row, int rows) : MemoryStream
    {
        private int _left = rows;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_left-- <= 0)
                return new(0);

            row.CopyTo(buffer);
            return new(row.Length);
        }
    }
}
