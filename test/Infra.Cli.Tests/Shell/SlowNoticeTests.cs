using Infra.Cli.Shell;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console;

namespace Infra.Cli.Tests.Shell;

public sealed class SlowNoticeTests
{
    private readonly FakeTimeProvider _time = new();

    [TestCase(true, 2, "Reading…\n")]
    [TestCase(true, 1.9, "")]
    [TestCase(true, 60, "Reading…\n")]
    [TestCase(false, 60, "")]
    public void Notice_IsForWhoWatches_AfterTwoSeconds(bool isWatched, double seconds, string said)
    {
        using var error = new StringWriter();
        using (new SlowNotice(TerminalOn(error, isWatched), "Reading…", _time))
            _time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.That(error.ToString().ReplaceLineEndings("\n"), Is.EqualTo(said));
    }

    [Test]
    public void Notice_OfWhatIsDone_IsNotGiven()
    {
        using var error = new StringWriter();
        new SlowNotice(TerminalOn(error, true), "Reading…", _time).Dispose();

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(error.ToString(), Is.Empty);
    }

    private static Terminal TerminalOn(TextWriter error, bool isWatched) =>
        new(TextWriter.Null, error, AnsiConsole.Create(new())) { IsErrorWatched = isWatched };
}
