using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Claims.Reports;
using Microsoft.Extensions.Time.Testing;

namespace Infra.Cli.Tests.Live.Claims;

/// <summary>What is said while a command goes on, on a terminal and into a pipe.</summary>
internal sealed class StepProgressTests
{
    private static readonly Claim First = new("R1", "the first\nis so", "more");
    private static readonly Claim Second = new(null, "the second is so", "more");

    [Test]
    public void Terminal_HasOneLine_ThatIsGoneInTheEnd()
    {
        using var screen = new StringWriter();
        var time = new FakeTimeProvider();
        using (var progress = new StepProgress(screen, isTerminal: true, steps: 9, time))
        {
            progress.Report(First);
            time.Advance(TimeSpan.FromSeconds(65));
            progress.Show("1 serving\e");
            progress.Show("1 serving\e");
            progress.Report(Second);
        }

        Assert.That(
            screen.ToString(),
            Is.EqualTo(
                Line(@"1 of 9: the first\u000ais so")
                + Line(@"1 of 9: 1 serving\u001b; 1 min 5 s")
                + Line(@"1 of 9: 1 serving\u001b; 1 min 5 s")
                + Line("2 of 9: the second is so") + "\r\e[2K"));
    }

    [Test]
    public void Terminal_WithoutAnyStep_HasNothingToClear([Values] bool isTerminal)
    {
        using var screen = new StringWriter();
        new StepProgress(screen, isTerminal, steps: 9, new FakeTimeProvider()).Dispose();

        Assert.That(screen.ToString(), Is.Empty);
    }

    [Test]
    public void Pipe_HasALine_ForEachStepAndChange()
    {
        using var log = new StringWriter();
        var time = new FakeTimeProvider();
        using (var progress = new StepProgress(log, isTerminal: false, steps: 9, time))
        {
            progress.Show("");
            progress.Report(First);
            time.Advance(TimeSpan.FromSeconds(5));
            progress.Show("1 serving\e");
            progress.Show("1 serving\e");
            progress.Show("2 serving");
            time.Advance(TimeSpan.FromSeconds(1));
            progress.Report(Second);
            progress.Show("2 serving");
        }

        Assert.That(
            log.ToString().ReplaceLineEndings("\n"),
            Is.EqualTo(
                "0 s: now: the first\\u000ais so\n5 s: 1 serving\\u001b\n5 s: 2 serving\n6 s: now: the second is so\n"));
    }

    // Counted from what was said last.
    [TestCase(59.9, false)]
    [TestCase(60, true)]
    [TestCase(61, true)]
    public void Pipe_ThatWasSilentForAMinute_HasALine(double seconds, bool isSaid)
    {
        using var log = new StringWriter();
        var time = new FakeTimeProvider();
        using var progress = new StepProgress(log, isTerminal: false, steps: 9, time);
        progress.Show("1 serving");
        time.Advance(TimeSpan.FromSeconds(50));
        progress.Report(Second);
        var said = log.ToString();

        time.Advance(TimeSpan.FromSeconds(seconds));
        progress.Show("1 serving");

        Assert.That(log.ToString().Length > said.Length, Is.EqualTo(isSaid));
    }

    private static string Line(string text) => $"\r\e[2K\e[?7l{text}\e[?7h";
}
