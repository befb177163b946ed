using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Claims.Reports;
using Infra.Cli.Tests.Checks;

namespace Infra.Cli.Tests.Live.Claims;

/// <summary>The report for people, word by word.</summary>
internal sealed class ClaimTextTests
{
    [Test]
    public void Report_TellsEachClaim_AndThenTheAnswer() => Assert.That(
        Written(ToldReport.OfEach),
        Is.EqualTo(
            """
            Trial of dev: here

            PASS  R1  the first is so
                      well
                      Does not prove that it stays so
            FAIL  -   the second is so
                      one
                      two
                      Does not prove the rest
            ?     R8  the third is so
                      nobody answers
                      Does not prove anything
            -     R7  the fourth is so
                      left out
                      Does not prove more

            dev fails: 1 pass, 1 fail, 1 could not be checked, 1 left out.

            """));

    [Test]
    public void Report_OnANarrowTerminal_HangsWhatIsTooLong() => Assert.That(
        Written(
            new ToldReport(new Verdict(
                new("R1", "a claim that is longer than its line", "all that there is to be proven"),
                Finding.Pass("what was seen of it is long"))),
            width: 34),
        Is.EqualTo(
            """
            Trial of dev: here

            PASS  R1  a claim that is longer
                      than its line
                      what was seen of it is
                      long
                      Does not prove all that
                      there is to be proven

            dev passes: 1 pass, 0 fail, 0
            could not be checked.

            """));

    [TestCase("", "dev passes: 0 pass, 0 fail, 0 could not be checked.")]
    [TestCase("Pass Pass", "dev passes: 2 pass, 0 fail, 0 could not be checked.")]
    [TestCase("Pass NotApplicable NotApplicable", "dev passes: 1 pass, 0 fail, 0 could not be checked, 2 left out.")]
    [TestCase("Pass NotChecked", "dev is not known to pass: 1 pass, 0 fail, 1 could not be checked.")]
    [TestCase("Fail NotChecked NotChecked", "dev fails: 0 pass, 1 fail, 2 could not be checked.")]
    public void Answer_CountsWhatThereIs(string outcomes, string answer)
    {
        var report = ToldReport.Of(outcomes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Outcome>));

        Assert.That(Written(report), Does.EndWith($"\n\n{answer}\n"));
    }

    private static string Written(ClaimReport report, int width = 1000)
    {
        using var text = new StringWriter();
        new ClaimText(report, PlainConsole.Of(text, width)).Write();
        return text.ToString();
    }
}
