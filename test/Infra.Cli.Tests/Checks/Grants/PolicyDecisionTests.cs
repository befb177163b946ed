using Infra.Cli.Checks.Grants;
using Infra.Cli.Plan.Declared;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Checks.Grants;

/// <summary>What policies let whom do, and what they might.</summary>
internal sealed class PolicyDecisionTests
{
    private const string Holds = "holds";
    private const string Fails = "fails";
    private const string Unknown = "unknown";

    private static readonly AccessRequest Reading = new("AWS", "role", "s3:GetObject", "arn:site/index.html");

    private static readonly DeclaredStatement Allowing = new()
    {
        IsAllow = true,
        Actions = ["s3:GetObject"],
        Resources = ["arn:site/*"],
        Principals = [("AWS", "*")],
        Conditions = [],
    };

    // Without a value the request does not tell the key.
    [TestCase("StringEquals", "one", "one", Holds)]
    [TestCase("StringEquals", "one", "One", Fails)]
    [TestCase("StringEquals", "one", null, Fails)]
    [TestCase("StringEquals", "o*", "one", Fails)]
    [TestCase("StringNotEquals", "one", "one", Fails)]
    [TestCase("StringNotEquals", "one", "two", Holds)]
    [TestCase("StringNotEquals", "one", null, Holds)]
    [TestCase("Bool", "true", "true", Holds)]
    [TestCase("Bool", "true", "True", Holds)]
    [TestCase("Bool", "true", "false", Fails)]
    [TestCase("Bool", "true", null, Fails)]
    [TestCase("StringLike", "o*", "one", Holds)]
    [PlainCase("StringLike", "o?e", "one", Holds)]
    [TestCase("StringLike", "o*", "One", Fails)]
    [TestCase("StringLike", "o*", "two", Fails)]
    [TestCase("StringLike", "*", null, Fails)]
    [TestCase("ArnLike", "arn:*", "arn:a", Holds)]
    [TestCase("ArnLike", "arn:*", "a", Fails)]
    [TestCase("ArnLike", "*", null, Fails)]
    [TestCase("ArnEquals", "arn:*", "arn:a", Holds)]
    [TestCase("ArnEquals", "arn:*", "a", Fails)]
    [TestCase("ArnEquals", "*", null, Fails)]
    [TestCase("StringEqualsIfExists", "one", "one", Holds)]
    [TestCase("StringEqualsIfExists", "one", "two", Fails)]
    [TestCase("StringEqualsIfExists", "one", null, Holds)]
    [TestCase("NullIfExists", "true", null, Holds)]
    [TestCase("NullIfExists", "true", "one", Unknown)]
    [TestCase("Null", "true", "one", Unknown)]
    [TestCase("Null", "true", null, Unknown)]
    [TestCase("StringNotLike", "one", "one", Unknown)]
    [PlainCase("StringEquals", "${aws:username}", "one", Unknown)]
    [PlainCase("StringNotEquals", "${aws:username}", "one", Unknown)]
    public void Decision_UnderACondition_IsCarefulWithWhatItCantTell(string test, string wanted, string? told, string expected)
    {
        var request = told is null ? Reading : Reading.With("key", told);
        var condition = Allowing with { Conditions = [(test, "key", wanted)] };
        var denial = condition with { IsAllow = false };

        using (Assert.EnterMultipleScope())
        {
            // For certain only what holds; what can't be told may be.
            Assert.That(PolicyDecision.Allows([condition], request), Is.EqualTo(expected == Holds), "allows");
            Assert.That(PolicyDecision.AllowsItsRole([condition], request), Is.EqualTo(expected == Holds), "allows its role");
            Assert.That(PolicyDecision.MayAllow([condition], request), Is.EqualTo(expected != Fails), "may allow");

            // The other way round of what is denied.
            Assert.That(PolicyDecision.Allows([Allowing, denial], request), Is.EqualTo(expected == Fails), "allows what is denied");
            Assert.That(PolicyDecision.AllowsItsRole([Allowing, denial], request), Is.EqualTo(expected == Fails), "allows its role that");
            Assert.That(PolicyDecision.MayAllow([Allowing, denial], request), Is.EqualTo(expected != Holds), "may allow what is denied");
        }
    }

    // A key's values are joined by "or", its tests and other keys by "and".
    [TestCase("StringEquals a 1", true)]
    [TestCase("StringEquals A 1", true)]
    [TestCase("StringEquals a 2 + StringEquals a 1", true)]
    [TestCase("StringEquals a 2 + StringEquals a 3", false)]
    [TestCase("StringEquals a 1 + StringEquals b 1", true)]
    [TestCase("StringEquals a 1 + StringEquals b 2", false)]
    [TestCase("StringEquals a 1 + StringLike a 2", false)]
    [TestCase("Bool aws:SecureTransport true", true)]
    [TestCase("Bool aws:SecureTransport false", false)]
    public void Decision_UnderSeveralTests_IsThatOfAll(string tests, bool expected)
    {
        var conditions = tests.Split(" + ").Select(test => test.Split(' ')).Select(words => (words[0], words[1], words[2]));

        Assert.That(
            PolicyDecision.Allows([Allowing with { Conditions = [.. conditions] }], Reading.With("a", "1").With("b", "1")),
            Is.EqualTo(expected));
    }

    [TestCase("AWS *", true)]
    [TestCase("AWS role", true)]
    [TestCase("AWS other", false)]
    [TestCase("AWS Role", false)]
    [TestCase("AWS r*", false)]
    [TestCase("Service *", false)]
    [TestCase("Service role", false)]
    [TestCase("AWS other + AWS role", true)]
    [TestCase("AWS role + Service other", true)]
    [TestCase("", false)]
    public void Decision_ForAPrincipal_IsForWhomTheStatementNames(string principals, bool expected)
    {
        var statement = Allowing with
        {
            Principals = [.. principals.Split(" + ").Select(principal => principal.Split(' '))
                .Where(words => words.Length == 2).Select(words => (words[0], words[1]))],
        };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(PolicyDecision.Allows([statement], Reading), Is.EqualTo(expected), "allows");
            Assert.That(PolicyDecision.MayAllow([statement], Reading), Is.EqualTo(expected), "may allow");
            // Whose policies they are is settled.
            Assert.That(PolicyDecision.AllowsItsRole([statement], Reading), Is.True, "allows its role");
        }
    }

    [Test]
    public void Decision_ForAService_IsAlsoThatForEverybody() => Assert.That(
        PolicyDecision.Allows([Allowing], Reading with { Kind = "Service", Principal = "logging.s3.amazonaws.com" }), Is.True);

    [TestCase("s3:GetObject", true)]
    [TestCase("S3:getobject", true)]
    [TestCase("s3:Get*", true)]
    [TestCase("S3:GET*", true)]
    [TestCase("*", true)]
    [TestCase("s3:GetObjectVersion", false)]
    [TestCase("s3:GetObjec", false)]
    [TestCase("s3:PutObject s3:GetObject", true)]
    [TestCase("s3:PutObject s3:ListBucket", false)]
    public void Decision_OfAnAction_IsThatOfItsPatternsInAnyCase(string actions, bool expected) =>
        Assert.That(PolicyDecision.Allows([Allowing with { Actions = actions.Split(' ') }], Reading), Is.EqualTo(expected));

    [TestCase("arn:site/index.html", true)]
    [TestCase("arn:site/*", true)]
    [TestCase("*", true)]
    [TestCase("arn:site", false)]
    [TestCase("ARN:site/*", false)]
    [TestCase("arn:other/* arn:site/*", true)]
    [TestCase("arn:other/* arn:third/*", false)]
    public void Decision_OnAResource_IsThatOfItsPatterns(string resources, bool expected) =>
        Assert.That(PolicyDecision.Allows([Allowing with { Resources = resources.Split(' ') }], Reading), Is.EqualTo(expected));

    [Test]
    public void Decision_OfATrustPolicy_AsksForNoResource() => Assert.That(
        PolicyDecision.Allows([Allowing with { Resources = [] }], Reading with { Resource = "" }), Is.True);

    [TestCase("", false)]
    [TestCase("allow", true)]
    [TestCase("deny", false)]
    [TestCase("allow allow", true)]
    [TestCase("allow deny", false)]
    [TestCase("deny allow", false)]
    [TestCase("other", false)]
    [TestCase("other allow", true)]
    [TestCase("allow deny-other", true)]
    public void Decision_OfStatements_TakesOneThatAllowsAndNoneThatDenies(string statements, bool expected)
    {
        var policy = statements.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(kind => Allowing with
        {
            IsAllow = !kind.StartsWith("deny", StringComparison.Ordinal),
            Actions = kind.Contains("other", StringComparison.Ordinal) ? ["s3:PutObject"] : Allowing.Actions,
        }).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(PolicyDecision.Allows(policy, Reading), Is.EqualTo(expected), "allows");
            Assert.That(PolicyDecision.MayAllow(policy, Reading), Is.EqualTo(expected), "may allow");
            Assert.That(PolicyDecision.AllowsItsRole(policy, Reading), Is.EqualTo(expected), "allows its role");
        }
    }
}
