using Infra.Cli.Diff.Facts;

namespace Infra.Cli.Tests.Diff;

/// <summary>One control, by what it finds: e.g. <c>fail a 1</c> is that it fails for resource a, of which it says 1.</summary>
internal sealed class ControlChangeTests
{
    [TestCase("", "", ExpectedResult = "none")]
    [TestCase("fail a 1", "fail a 1", ExpectedResult = "none")]
    // With another number in its text.
    [TestCase("fail a 1", "fail a 2", ExpectedResult = "none")]
    [TestCase("", "fail a 1", ExpectedResult = "fails: a")]
    [TestCase("fail a 1", "fail a 1, fail b 1", ExpectedResult = "fails: b")]
    [TestCase("fail a 1, fail b 1", "fail a 1", ExpectedResult = "none")]
    [TestCase("fail a 1", "", ExpectedResult = ": ")]
    [TestCase("", "waived a 1", ExpectedResult = "waived: a")]
    [TestCase("waived a 1", "waived a 1, waived b 1", ExpectedResult = "waived: b")]
    [TestCase("waived a 1", "fail a 1", ExpectedResult = "fails: a")]
    [TestCase("fail a 1", "waived a 1", ExpectedResult = "waived: a")]
    // What only one of both plans tells is no change, but a failure is one.
    [TestCase("notknown a 1", "", ExpectedResult = "none")]
    [TestCase("", "notknown a 1", ExpectedResult = "none")]
    [TestCase("notknown a 1", "fail a 1", ExpectedResult = "fails: a")]
    [TestCase("notknown a 1", "fail b 1, notknown a 1", ExpectedResult = "fails: b")]
    public string Control_ThatSaysSomethingElse_IsAChange(string before, string after) =>
        ControlChange.Between([FactOf(before)], [FactOf(after)]) is [var change]
            ? $"{(change.NewlyFails ? "fails" : change.NewlyWaived ? "waived" : "")}: "
                + string.Join(' ', change.Problems.Select(problem => problem.Resource))
            : "none";

    [Test]
    public void Control_ThatIsNew_IsAChange() =>
        Assert.That(ControlChange.Between([], [FactOf("fail a 1")]).Single().Before, Is.EqualTo(Judgement.NotApplicable));

    private static ControlFact FactOf(string text)
    {
        List<ControlProblem> problems =
        [
            .. from problem in text.Split(", ", StringSplitOptions.RemoveEmptyEntries)
               let words = problem.Split(' ')
               select new ControlProblem(words[1], Enum.Parse<Judgement>(words[0], ignoreCase: true), words[2]),
        ];
        return new("control", "Something holds.", problems.Select(problem => problem.Judgement).Append(Judgement.Pass).Max(), problems);
    }
}
