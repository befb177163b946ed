using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Tests.Plan.Declared;

internal sealed class PolicyPatternTests
{
    [TestCase("s3:GetObject", "s3:GetObject", ExpectedResult = true)]
    [TestCase("s3:GetObject", "S3:getobject", ExpectedResult = true)]
    [TestCase("s3:GetObject", "s3:GetObjects", ExpectedResult = false)]
    [TestCase("s3:Get*", "s3:GetObject", ExpectedResult = true)]
    [TestCase("s3:Get*", "s3:Get", ExpectedResult = true)]
    [TestCase("*Object", "s3:GetObject", ExpectedResult = true)]
    [TestCase("*Objects", "s3:GetObject", ExpectedResult = false)]
    [TestCase("s3:*et*ect", "s3:GetObject", ExpectedResult = true)]
    [TestCase("s3:*Tag*", "s3:GetObject", ExpectedResult = false)]
    [TestCase("s3:?etObject", "s3:GetObject", ExpectedResult = true)]
    [TestCase("s3:??etObject", "s3:GetObject", ExpectedResult = false)]
    [TestCase("iam:*Role", "iam:Put*", ExpectedResult = true)]
    [TestCase("iam:Get*", "iam:Put*", ExpectedResult = false)]
    [TestCase("*", "iam:Put*", ExpectedResult = true)]
    [TestCase("*", "", ExpectedResult = true)]
    [TestCase("", "", ExpectedResult = true)]
    [TestCase("?", "", ExpectedResult = false)]
    public bool Patterns_Overlap(string one, string other)
    {
        Assert.That(PolicyPattern.Overlap(other, one), Is.EqualTo(PolicyPattern.Overlap(one, other)), "the other way round");
        return PolicyPattern.Overlap(one, other);
    }

    [TestCase("*", ExpectedResult = true)]
    [TestCase("**", ExpectedResult = true)]
    [TestCase("*:*", ExpectedResult = true)]
    [TestCase("s3:*", ExpectedResult = false)]
    [TestCase("*:GetObject", ExpectedResult = false)]
    [TestCase("*:*:x", ExpectedResult = false)]
    [TestCase("?:*", ExpectedResult = false)]
    [TestCase("", ExpectedResult = false)]
    public bool Action_IsEvery(string action) => PolicyPattern.IsEveryAction(action);

    [TestCase("s3:*", ExpectedResult = true)]
    [TestCase("s3:?*", ExpectedResult = true)]
    [TestCase("s3:*?", ExpectedResult = true)]
    [TestCase("s3:?", ExpectedResult = false)]
    [TestCase("s3:", ExpectedResult = false)]
    [TestCase("*:*", ExpectedResult = false)]
    [TestCase("*:Get", ExpectedResult = false)]
    [TestCase("s3:Get*", ExpectedResult = false)]
    [TestCase("*", ExpectedResult = false)]
    public bool Action_IsAWholeService(string action) => PolicyPattern.IsWholeService(action);

    [TestCase("*", ExpectedResult = true)]
    [TestCase("arn:*", ExpectedResult = true)]
    [TestCase("arn:aws:*", ExpectedResult = true)]
    [TestCase("arn:aws:*:eu-west-1:123456789012:*", ExpectedResult = true)]
    [TestCase("arn:aws:*:*", ExpectedResult = true)]
    [TestCase("arn:aws:s?:*", ExpectedResult = false)]
    [TestCase("arn:x", ExpectedResult = false)]
    [TestCase("bucket", ExpectedResult = false)]
    [TestCase("arn:aws:s3:::*", ExpectedResult = false)]
    [TestCase("arn:aws:s3:::bucket/*", ExpectedResult = false)]
    public bool Resource_IsEverything(string resource) => PolicyPattern.IsEverything(resource);

    [TestCase("*", ExpectedResult = true)]
    [TestCase("arn:aws:kms:eu-west-1:123456789012:key/*", ExpectedResult = true)]
    [TestCase("arn:aws:kms:*:*:*", ExpectedResult = true)]
    [TestCase("arn:aws:kms:*", ExpectedResult = true)]
    [TestCase("arn:aws:*", ExpectedResult = true)]
    [TestCase("arn:aws:kms:eu-west-1:123456789012:key/?*", ExpectedResult = true)]
    [TestCase("arn:aws:kms:eu-west-1:123456789012:key/?", ExpectedResult = false)]
    [TestCase("arn:aws:kms:eu-west-1:123456789012:key/", ExpectedResult = false)]
    [TestCase("arn:aws:kms:eu-west-1:123456789012:*/key/", ExpectedResult = false)]
    [TestCase("arn:aws:kms", ExpectedResult = false)]
    [TestCase("arn:aws:kms:eu-west-1:123456789012:key/1234*", ExpectedResult = false)]
    [TestCase("arn:aws:kms:eu-west-1:123456789012:alias/*", ExpectedResult = false)]
    [TestCase("arn:aws:s3:::*", ExpectedResult = false)]
    public bool Resource_IsEveryKey(string resource) => PolicyPattern.IsEveryKey(resource);

    [TestCase("s3:Get*", ExpectedResult = true)]
    [TestCase("s3:GetObjec?", ExpectedResult = true)]
    [TestCase("s3:GetObject", ExpectedResult = false)]
    public bool Pattern_HasAWildcard(string pattern) => PolicyPattern.HasWildcard(pattern);
}
