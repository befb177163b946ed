using Infra.Cli.Cost.Updating;

namespace Infra.Cli.Tests.Cost.Updating;

internal sealed class WatchedReaderTests
{
    // The end of a list is no sign that more comes.
    [Test]
    public async Task Read_OfSomething_IsTold_AndOfTheEndIsNot()
    {
        using var text = new StringReader("abc");
        var told = 0;
        using var reader = new WatchedReader(text, () => told++);
        var buffer = new char[2];
        List<(int Count, int Told)> reads = [];

        for (var i = 0; i < 4; i++)
            reads.Add((await reader.ReadAsync(buffer), told));

        Assert.That(reads, Is.EqualTo(new[] { (2, 1), (1, 2), (0, 2), (0, 2) }));
    }
}
