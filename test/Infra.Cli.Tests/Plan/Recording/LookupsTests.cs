using System.Collections.Immutable;
using System.Text;
using Infra.Cli.Plan.Recording;

namespace Infra.Cli.Tests.Plan.Recording;

/// <summary>What the offline cloud answers to lookups, and what a user data's text stands for.</summary>
internal sealed class LookupsTests
{
    [TestCase("aws:index/getCallerIdentity:getCallerIdentity", "eu-west-1",
        "accountId=123456789012 arn=arn:aws:iam::123456789012:user/preview userId=AIDAPREVIEW")]
    [TestCase("aws:index/getCallerIdentity:getCallerIdentity", "cn-north-1",
        "accountId=123456789012 arn=arn:aws-cn:iam::123456789012:user/preview userId=AIDAPREVIEW")]
    [TestCase("aws:index/getPartition:getPartition", "eu-west-1", "dnsSuffix=amazonaws.com partition=aws")]
    [TestCase("aws:index/getPartition:getPartition", "cn-north-1", "dnsSuffix=amazonaws.com.cn partition=aws-cn")]
    public void Answer_IsOfThePartition(string token, string region, string expected) =>
        Assert.That(Answer(token, region), Is.EqualTo(expected));

    [Test]
    public void Parameter_IsAnImageByItsName()
    {
        const string Token = "aws:ssm/getParameter:getParameter";
        var (one, other) = (Answer(Token, "eu-west-1", ("name", "/image")), Answer(Token, "eu-west-1", ("name", "/other")));

        Assert.That(one, Is.EqualTo("name=/image type=String value=ami-00737929406f50e29"));
        Assert.That(other.Split("value=")[1], Is.Not.EqualTo(one.Split("value=")[1]));
        Assert.That(Answer(Token, "cn-north-1", ("name", "/image")), Is.EqualTo(one));
    }

    [Test]
    public void PrefixList_IsFoundByIdOrName()
    {
        const string Token = "aws:ec2/getManagedPrefixList:getManagedPrefixList";

        Assert.That(Answer(Token, "eu-west-1", ("id", "pl-1")), Is.EqualTo("id=pl-1 maxEntries=1"));
        Assert.That(Answer(Token, "eu-west-1", ("id", "pl-1"), ("name", "list")), Is.EqualTo("id=pl-1 maxEntries=1"));
        Assert.That(Answer(Token, "eu-west-1", ("name", "list")), Is.EqualTo("id=pl-06c4f5173c5769560 maxEntries=1"));
    }

    [Test]
    public void Question_ThatIsNotKnown_HasNoAnswer() =>
        Assert.That(Lookups.Answer(new() { Token = "aws:index/getRegion:getRegion", Args = Arguments([]) }, "eu-west-1"), Is.Null);

    // A script is longer than what may only look like Base64.
    [TestCase(147, ExpectedResult = false)]
    [TestCase(148, ExpectedResult = true)]
    [TestCase(150, ExpectedResult = true)]
    public bool Text_IsDecoded_FromTheLengthOfAScriptOn(int bytes)
    {
        var script = $"#{new string('x', bytes - 1)}";
        var decoded = EncodedText.Decode(Convert.ToBase64String(Encoding.UTF8.GetBytes(script)));

        Assert.That(decoded, Is.EqualTo(decoded is null ? null : script));
        return decoded is not null;
    }

    [Test]
    public void Text_ThatIsNotEncoded_StandsForItself() => Assert.That(EncodedText.Decode(new string('#', 300)), Is.Null);

    private static ImmutableDictionary<string, object> Arguments((string Key, object Value)[] arguments) =>
        arguments.ToImmutableDictionary(argument => argument.Key, argument => argument.Value);

    private static string Answer(string token, string region, params (string Key, object Value)[] arguments)
    {
        var answer = (ImmutableDictionary<string, object>)Lookups.Answer(new() { Token = token, Args = Arguments(arguments) }, region)!;
        return string.Join(' ', answer.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={entry.Value}"));
    }
}
