using Infra.Cli.Plan.Declared;
using Infra.Cli.Tests.Checks;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Declared;

/// <summary>Statements in the forms that IAM takes.</summary>
internal sealed class DeclaredStatementTests
{
    [PlainCase("""{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}""", "s3:GetObject", "*", "")]
    [PlainCase("""{"Effect": "Allow", "Action": ["a:B", "c:D"], "Resource": ["r1", "r2"]}""", "a:B c:D", "r1 r2", "")]
    [PlainCase("""{"Effect": "Allow", "Principal": "*", "Action": "a:B", "Resource": "r"}""", "a:B", "r", "AWS=*")]
    [PlainCase("""{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "a:B", "Resource": "r"}""", "a:B", "r", "AWS=*")]
    [PlainCase(
        """{"Effect": "Allow", "Principal": {"AWS": ["1", "2"], "Service": "s"}, "Action": "a:B", "Resource": "r"}""",
        "a:B", "r", "AWS=1 AWS=2 Service=s")]
    // "All but" is nearly all.
    [PlainCase("""{"Effect": "Allow", "NotAction": "iam:*", "Resource": "r"}""", "*", "r", "")]
    [PlainCase("""{"Effect": "Allow", "Action": "a:B", "NotResource": "r"}""", "a:B", "*", "")]
    [PlainCase("""{"Effect": "Allow", "NotPrincipal": {"AWS": "1"}, "Action": "a:B", "Resource": "r"}""", "a:B", "r", "AWS=*")]
    public async Task Statement_InEachForm_HasItsParts(string statement, string actions, string resources, string principals)
    {
        var read = await ReadAsync(statement);

        Assert.Multiple(() =>
        {
            Assert.That(string.Join(' ', read.Actions), Is.EqualTo(actions));
            Assert.That(string.Join(' ', read.Resources), Is.EqualTo(resources));
            Assert.That(
                string.Join(' ', read.Principals.Select(principal => $"{principal.Kind}={principal.Value}")), Is.EqualTo(principals));
        });
    }

    [Test]
    public async Task Document_OfOneStatement_MayHaveNoBrackets()
    {
        var stack = (await RecordedStacks.Prod()).Add("t", ("policy", """{"Statement": {"Effect": "Deny", "Action": "a:B"}}"""));

        Assert.That(DeclaredStatement.Of(stack.Named("added"), "policy"), Has.Count.EqualTo(1));
        Assert.That(DeclaredStatement.Of(stack.Named("added"), "policy")[0].IsAllow, Is.False);
        Assert.That(DeclaredStatement.Of(stack.Named("added"), "other"), Is.Empty);
    }

    [TestCase("s3:GetObject", ExpectedResult = true)]
    [TestCase("S3:getobject", ExpectedResult = true)]
    [TestCase("s3:Get*", ExpectedResult = true)]
    [TestCase("s3:*", ExpectedResult = true)]
    [TestCase("*", ExpectedResult = true)]
    [TestCase("s3:GetObjectVersion", ExpectedResult = false)]
    [TestCase("s3:GetObjectV*", ExpectedResult = false)]
    [TestCase("s3:PutObject", ExpectedResult = false)]
    [TestCase("iam:*", ExpectedResult = false)]
    public async Task<bool> Action_Overlaps(string action) =>
        (await ReadAsync($$"""{"Effect": "Allow", "Action": "{{action}}", "Resource": "*"}""")).ActionsAmong(["s3:GetObject"]).Any();

    [TestCase("iam:PassRole", ExpectedResult = true)]
    [TestCase("iam:*", ExpectedResult = true)]
    [TestCase("i*", ExpectedResult = true)]
    [TestCase("s3:PassRole", ExpectedResult = false)]
    public async Task<bool> Action_OverlapsAPattern(string action) =>
        (await ReadAsync($$"""{"Effect": "Allow", "Action": "{{action}}", "Resource": "*"}""")).ActionsAmong(["iam:P*"]).Any();

    [Test]
    public async Task Action_AmongSeveral_IsOneOfThem() => Assert.That(
        (await ReadAsync("""{"Effect": "Allow", "Action": ["s3:Get*", "iam:PassRole", "sns:*"]}"""))
            .ActionsAmong(["iam:P*", "s3:GetObject"]),
        Is.EqualTo(["s3:Get*", "iam:PassRole"]));

    [PlainCase("", ExpectedResult = true)]
    [PlainCase("Deny>Allow", ExpectedResult = false)]
    [PlainCase("\"*\">{\"AWS\": \"1\"}", ExpectedResult = false)]
    [PlainCase("s3:*>s3:GetObject", ExpectedResult = false)]
    [PlainCase("Bool>BoolIfExists", ExpectedResult = false)]
    [PlainCase("aws:SecureTransport>aws:ViaAWSService", ExpectedResult = false)]
    [PlainCase("\"false\">\"true\"", ExpectedResult = false)]
    [PlainCase("\"false\"}}>\"false\"}, \"StringEquals\": {\"aws:SourceAccount\": \"1\"}}", ExpectedResult = false)]
    public async Task<bool> PlainText_IsRefused_ByADenialToAllWithoutMore(string change)
    {
        var statement =
            """{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}""";
        if (change.Split('>') is [var old, var other])
            statement = statement.Replace(old, other, StringComparison.Ordinal);

        return (await ReadAsync(statement)).RefusesPlainText("s3:*");
    }

    [TestCase("StringEquals", "aws:SourceAccount", "1", ExpectedResult = true)]
    [TestCase("StringLike", "aws:SourceAccount", "1", ExpectedResult = true)]
    [TestCase("StringLike", "aws:SourceAccount", "*", ExpectedResult = false)]
    [TestCase("StringNotEquals", "aws:SourceAccount", "1", ExpectedResult = false)]
    [TestCase("StringEqualsIfExists", "aws:SourceAccount", "1", ExpectedResult = false)]
    [TestCase("ArnEquals", "aws:SourceArn", "arn:aws:ec2:eu-west-1:1:vpc/a", ExpectedResult = true)]
    [TestCase("ArnLike", "aws:SourceArn", "arn:aws:ec2:*:1:*", ExpectedResult = true)]
    [TestCase("ArnLike", "aws:SourceArn", "arn:aws:ec2:*:*:vpc/*", ExpectedResult = false)]
    [TestCase("ArnLike", "aws:SourceArn", "arn:aws:s3:::site", ExpectedResult = true)]
    [TestCase("ArnLike", "aws:SourceArn", "arn:aws:s3:::*", ExpectedResult = false)]
    [TestCase("ArnLike", "aws:SourceArn", "*", ExpectedResult = false)]
    [TestCase("ArnEquals", "aws:SourceArn", "arn:aws:s3", ExpectedResult = false)]
    [TestCase("ArnEquals", "aws:SourceArn", "arn:aws:s3:::si?e", ExpectedResult = false)]
    [TestCase("StringEquals", "aws:SourceArn", "arn:aws:ec2:eu-west-1:?:vpc/a", ExpectedResult = false)]
    [TestCase("StringEquals", "aws:SourceIp", "1", ExpectedResult = false)]
    public async Task<bool> Account_IsNamed_ByACondition(string test, string key, string value) => (await ReadAsync(
        $$$$"""{"Effect": "Allow", "Action": "a:B", "Condition": {"{{{{test}}}}": {"{{{{key}}}}": "{{{{value}}}}"}}}""")).NamesAccount;

    // Of several values of one test any lets in; several tests must all be met.
    [PlainCase("""{"StringEquals": {"aws:SourceAccount": ["1", "2"]}}""", ExpectedResult = true)]
    [PlainCase("""{"StringLike": {"aws:SourceAccount": ["1", "*"]}}""", ExpectedResult = false)]
    [PlainCase("""{"StringLike": {"aws:SourceAccount": "*"}, "StringEquals": {"aws:SourceAccount": "1"}}""", ExpectedResult = true)]
    [PlainCase("""{"StringEquals": {"aws:SourceAccount": "1", "aws:SourceIp": "1"}}""", ExpectedResult = true)]
    [PlainCase("{}", ExpectedResult = false)]
    public async Task<bool> Account_IsNamed_ByOneOfSeveralConditions(string condition) =>
        (await ReadAsync($$"""{"Effect": "Allow", "Action": "a:B", "Condition": {{condition}}}""")).NamesAccount;

    [TestCase("IpAddress", ExpectedResult = true)]
    [TestCase("StringEquals", ExpectedResult = true)]
    [TestCase("NotIpAddress", ExpectedResult = false)]
    [TestCase("IpAddressIfExists", ExpectedResult = false)]
    public async Task<bool> Test_ForAnAddress_IsOneThatKeepsOut(string test) => (await ReadAsync(
        $$$$"""{"Effect": "Allow", "Action": "a:B", "Condition": {"{{{{test}}}}": {"aws:SourceIp": "192.0.2.0/24"}}}"""))
        .HasTest(condition => condition is ("aws:SourceIp", "192.0.2.0/24"));

    [Test]
    public async Task Conditions_HaveOperatorKeyAndValue_AndValuesMayBeNoTexts()
    {
        var read = await ReadAsync(
            """{"Effect": "Allow", "Condition": {"Bool": {"a": true, "b": ["x", "y"]}, "NumericLessThan": {"c": 5}}}""");

        Assert.That(
            read.Conditions,
            Is.EqualTo([("Bool", "a", "True"), ("Bool", "b", "x"), ("Bool", "b", "y"), ("NumericLessThan", "c", "5")]));
        Assert.That((read.IsAllow, read.Actions.Count, read.Resources.Count, read.Principals.Count), Is.EqualTo((true, 0, 0, 0)));
    }

    [Test]
    public void Document_ThatIsEmpty_HasNoStatements()
    {
        var node = SmallStack.Node("t", "node", "'policy': '', 'none': '{}'");

        Assert.That(DeclaredStatement.Of(node, "policy"), Is.Empty);
        Assert.That(DeclaredStatement.Of(node, "none"), Is.Empty);
    }

    [TestCase("Service", "*", ExpectedResult = "True True")]
    [TestCase("Service", "ec2.amazonaws.com", ExpectedResult = "False True")]
    [TestCase("AWS", "*", ExpectedResult = "True False")]
    [TestCase("AWS", "1", ExpectedResult = "False False")]
    public async Task<string> Principal_IsAnyoneOrAService(string kind, string value)
    {
        var read = await ReadAsync($$$"""{"Effect": "Allow", "Action": "a:B", "Principal": {"{{{kind}}}": "{{{value}}}"}}""");
        return $"{read.IsForAnyone} {read.IsForService}";
    }

    [PlainCase("{\"AWS\": [\"1\", \"*\"], \"Service\": \"s\"}", ExpectedResult = "True True")]
    [PlainCase("{\"AWS\": []}", ExpectedResult = "False False")]
    public async Task<string> Principals_AreAnyoneOrAService_IfOneIs(string principals)
    {
        var read = await ReadAsync($$"""{"Effect": "Allow", "Action": "a:B", "Principal": {{principals}}}""");
        return $"{read.IsForAnyone} {read.IsForService}";
    }

    private static async Task<DeclaredStatement> ReadAsync(string statement)
    {
        var stack = (await RecordedStacks.Prod()).Add("t", ("policy", $$"""{"Statement": [{{statement}}]}"""));
        return DeclaredStatement.Of(stack.Named("added"), "policy").Single();
    }
}
