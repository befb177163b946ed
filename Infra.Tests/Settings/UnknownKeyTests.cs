
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
}
