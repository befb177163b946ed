
namespace Infra.Tests.Settings;

public sealed class UnknownKeyTests
{
    [Test]
    public void Read_UnknownKey_DoesNotShowItsValueWhichMayBeASecret() =>
        Assert.That(Given.Invalid(("dbPassword", "hunter2")).Message, Does.Not.Contain("hunter2"));

    [Test]
    public void Read_UnknownKeys_AreSortedBehindEveryOtherProblem() =>
        Assert.That(Given.Invalid(("b", "1"), ("a", "1"), ("deletionProtection", "x")).Problems.Select(problem => problem.Key),
            Is.EqualTo(["infra:deletionProtection", "infra:a", "infra:b"]));

    [Test]
    public void Read_TwentyUnknownKeys_NamesThemAll() => Assert.That(ProblemsOf(count: 20), Is.EqualTo(Named(20)));

    [TestCase(1)]
    [TestCase(300)]
    public void Read_MoreThanTwentyUnknownKeys_NamesTheFirstOnes(int more) =>
        Assert.That(
            ProblemsOf(20 + more),
            Is.EqualTo([.. Named(20), $"infra:* has {more} more keys that are not settings: remove them"]));

    private static IEnumerable<string> ProblemsOf(int count) =>
        Given.Invalid([.. Numbers(count).Select(number => ($"k{number}", "1"))]).Problems.Select(problem => problem.ToString());

    private static IEnumerable<string> Named(int count) =>
        Numbers(count).Select(number => $"infra:k{number} is not a setting: remove it");

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(100, count);
}
