using Infra.Settings;
using Infra.Settings.Reading;

namespace Infra.Tests.Settings;

/// <summary>Which accounts a stack may be deployed to.</summary>
public sealed class AllowedAccountsTests
{
    private const string Form = "must be a list of account ids of 12 digits, each in quotes";

    [TestCase(null)]
    [TestCase("""["111122223333"]""")]
    [TestCase("""["000000000000","111122223333"]""")]
    [TestCase("""["123456789012"]""", TestName = "Example_WhileNothingIsDeployed_IsTaken")]
    public void Read_Accounts_AreTaken(string? json) => Assert.DoesNotThrow(() => StackSettings.Read(With(json), Given.Region));

    // YAML takes digits without quotes for a number, and drops a zero at their beginning.
    [TestCase("111122223333")]
    [TestCase("[111122223333]")]
    [TestCase("[]")]
    [TestCase("""["11112222333"]""")]
    [TestCase("""["1111222233333"]""")]
    [TestCase("""["111122223333","shop"]""")]
    [TestCase("""["1111-2222-3333"]""")]
    [TestCase("""["111122223333\n"]""")]
    public void Read_NoListOfAccounts_IsRefused(string json)
    {
        var problem = Given.Invalid(With(json), Given.Region).Problems.Single();

        Assert.That((problem.Key, problem.Rule, problem.Got), Is.EqualTo((AllowedAccounts.Key, Form, json)));
    }

    [Test]
    public void Read_SecretWhoseValueIsNotKnown_IsTaken() => Assert.DoesNotThrow(() => StackSettings.Read(
        With("[secret]") with { SecretKeys = new HashSet<string> { AllowedAccounts.Key } }, Given.Region));

    [TestCase("""["123456789012"]""")]
    [TestCase("""["111122223333","123456789012"]""")]
    public void Read_ExampleForADeployment_IsRefused(string json) => Assert.That(
        Given.Invalid(With(json) with { IsDeployed = true }, Given.Region).Problems,
        Is.EqualTo(
        [
            new SettingProblem(
                AllowedAccounts.Key, "must be your own account, and still is the example", "123456789012",
                "set it by the command `pulumi config set --path 'aws:allowedAccountIds[0]' <account>`"),
        ]));

    [TestCase(null)]
    [TestCase("""["111122223333"]""")]
    public void Read_OwnAccountForADeployment_IsTaken(string? json) =>
        Assert.DoesNotThrow(() => StackSettings.Read(With(json) with { IsDeployed = true }, Given.Region));

    private static ConfigSource With(string? json) =>
        Given.Config() with { Provider = json is null ? new Dictionary<string, string>() : new() { ["allowedAccountIds"] = json } };
}
