using Infra.Settings;

namespace Infra.Tests.Settings;

public sealed class UnknownKeyTests
{
    [TestCase("maxServer", "infra:maxServer is not a setting: write infra:maxServers, or remove it")]
    [TestCase("MaxServers", "infra:MaxServers is not a setting: write infra:maxServers, or remove it")]
    [TestCase("domain", "infra:domain is not a setting: remove it")]
    public void Read_UnknownKey_NamesTheNearestOne(string key, string problem) =>
        Assert.That(Given.Problem((key, "1")).ToString(), Is.EqualTo(problem));

    [Test]
    public void Read_UnknownKey_DoesNotShowItsValueWhichMayBeASecret() =>
        Assert.That(Given.Invalid(("dbPassword", "hunter2")).Message, Does.Not.Contain("hunter2"));

    [Test]
    public void Read_UnknownKeys_AreSortedBehindEveryOtherProblem() =>
        Assert.That(Given.Invalid(("b", "1"), ("a", "1"), ("deletionProtection", "x")).Problems.Select(problem => problem.Key),
            Is.EqualTo(["infra:deletionProtection", "infra:a", "infra:b"]));
}
