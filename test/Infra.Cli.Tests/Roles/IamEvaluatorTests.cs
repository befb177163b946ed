using System.Text.Json;
using Infra.Cli.Tests.Docs;

namespace Infra.Cli.Tests.Roles;

internal sealed class IamEvaluatorTests
{
    private const string Key = "aws:ResourceTag/Team";

    private static readonly IamRequest Request = new("ec2:DeleteVpc", "arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-1");

    [TestCase("ec2:DeleteVpc", "*", true)]
    [TestCase("EC2:deletevpc", "*", true)]
    [TestCase("ec2:Delete*", "arn:aws:ec2:*:123456789012:vpc/*", true)]
    [TestCase("*", "*", true)]
    [TestCase("ec2:DeleteVpcs", "*", false)]
    [TestCase("ec2:Create*", "*", false)]
    [TestCase("ec2:DeleteVpc", "arn:aws:ec2:*:123456789012:subnet/*", false)]
    public void Statement_ByActionAndResource_IsAboutARequest(string action, string resource, bool allowed) =>
        Assert.That(IamEvaluator.Allows([Statement(true, action, resource)], Request), Is.EqualTo(allowed));

    [Test]
    public void Request_ThatNoStatementIsAbout_IsDenied() => Assert.That(IamEvaluator.Allows([], Request), Is.False);

    [Test]
    public void Denial_BesideAnAllowance_Wins() =>
        Assert.That(IamEvaluator.Allows([Statement(true), Statement(false)], Request), Is.False);

    // By test: for a tag of the wanted value, of another one, and for none.
    [TestCase("Bool", "A", true, false, false)]
    [TestCase("StringEquals", "a", true, false, false)]
    [TestCase("StringEqualsIfExists", "a", true, false, true)]
    [TestCase("StringNotEquals", "a", false, true, true)]
    [TestCase("StringLike", "a*", true, false, false)]
    [TestCase("ArnLike", "a*", true, false, false)]
    [TestCase("ForAnyValue:StringEquals", "a", true, false, false)]
    [TestCase("ForAllValues:StringEquals", "a", true, false, true)]
    [TestCase("ForAllValues:StringLike", "a*", true, false, true)]
    [TestCase("Null", "true", false, false, true)]
    [TestCase("Null", "false", true, true, false)]
    public void Condition_OfAKind_Holds(string test, string wanted, bool same, bool other, bool none)
    {
        var statement = Statement(true, condition: $$$"""{"{{{test}}}": {"{{{Key}}}": "{{{wanted}}}"}}""");

        Assert.That(
            new[] { Request.With(Key, "a"), Request.With(Key, "b"), Request }.Select(request => IamEvaluator.Allows([statement], request)),
            Is.EqualTo([same, other, none]));
    }

    [TestCase("ForAnyValue:StringEquals", true)]
    [TestCase("ForAllValues:StringEquals", false)]
    public void Condition_OfSeveralValues_AsksForAnyOrAll(string test, bool allowed)
    {
        var statement = Statement(true, condition: $$$"""{"{{{test}}}": {"{{{Key}}}": ["a", "c"]}}""");

        Assert.That(IamEvaluator.Allows([statement], Request.With(Key, "a", "b")), Is.EqualTo(allowed));
    }

    [TestCase("30", true)]
    [TestCase("7", false)]
    public void Condition_OfANumber_ComparesIt(string value, bool allowed)
    {
        var statement = Statement(true, condition: $$$"""{"NumericEquals": {"{{{Key}}}": "30"}}""");

        Assert.That(IamEvaluator.Allows([statement], Request.With(Key, value)), Is.EqualTo(allowed));
    }

    [Test]
    public void Conditions_Together_MustAllHold()
    {
        var statement = Statement(true, condition: $$"""{"StringEquals": {"{{Key}}": "a", "other": "x"}, "Null": {"third": "true"} }""");

        Assert.That(IamEvaluator.Allows([statement], Request.With(Key, "a").With("OTHER", "x")), Is.True);
        Assert.That(IamEvaluator.Allows([statement], Request.With(Key, "a")), Is.False);
        Assert.That(IamEvaluator.Allows([statement], Request.With(Key, "a").With("other", "x").With("third", "y")), Is.False);
    }

    [Test]
    public void Condition_ThatNobodyKnows_IsNotGuessed() => Assert.That(
        () => IamEvaluator.Allows([Statement(true, condition: """{"IpAddress": {"aws:SourceIp": "10.0.0.0/8"} }""")], Request),
        Throws.TypeOf<NotSupportedException>());

    private static RoleStatement Statement(bool allows, string action = "*", string resource = "*", string? condition = null) =>
        new("", allows, [action], [resource], condition is null ? default : JsonDocument.Parse(condition).RootElement);
}
