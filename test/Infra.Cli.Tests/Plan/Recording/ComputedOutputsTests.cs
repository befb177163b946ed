using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;
using Infra.Tests.Support;
using ComputedOutputs = Infra.Cli.Plan.Recording.ComputedOutputs;

namespace Infra.Cli.Tests.Plan.Recording;

/// <summary>What the offline cloud computes for each type, word by word: documents and findings name these ids and ARNs.</summary>
internal sealed class ComputedOutputsTests
{
    private static readonly ImmutableDictionary<string, object> Inputs = new[]
    {
        "arn", "bucket", "dashboardName", "domainName", "key", "name", "resourceArn", "routeTableId", "topic", "topicArn", "type",
        "webAclArn", "zoneId",
    }.ToImmutableDictionary(input => input, input => (object)$"[{input}]").Add("assignGeneratedIpv6CidrBlock", true);

    private static IEnumerable<string> Types =>
        typeof(TypeToken).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(constant => constant.GetValue(null)).OfType<string>()
            .Where(type => !type.StartsWith("tls:", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    [Test]
    public void Outputs_OfEachType_AreInAwssForms()
    {
        var text = new StringBuilder();
        foreach (var type in Types.Where(ComputedOutputs.Knows))
        {
            var (id, outputs) = ComputedOutputs.Of(new(type, "name", Inputs, "eu-west-1"))!.Value;
            text.Append(CultureInfo.InvariantCulture, $"{type}\n  = {id}\n");
            foreach (var (output, value) in outputs.OrderBy(output => output.Key, StringComparer.Ordinal))
                text.Append(CultureInfo.InvariantCulture, $"  {output}: {Text(value)}\n");
        }

        Golden.Verify("computed-outputs", text.ToString());
    }

    [Test]
    public void Types_ThatAreNotKnown_HaveNone()
    {
        foreach (var type in Types.Append("aws:ec2/host:Host"))
        {
            var computed = ComputedOutputs.Of(new(type, "name", Inputs, "eu-west-1"));

            Assert.That(computed is not null, Is.EqualTo(ComputedOutputs.Knows(type)), type);
        }

        Assert.That(ComputedOutputs.Knows("aws:ec2/host:Host"), Is.False);
        Assert.That(ComputedOutputs.Knows(TypeToken.PrivateKey), Is.True);
        Assert.That(ComputedOutputs.Knows(TypeToken.SelfSignedCert), Is.True);
    }

    [Test]
    public void Outputs_OfWhatIsNotAskedFor_AreNotThere()
    {
        var none = ImmutableDictionary<string, object>.Empty;

        Assert.Multiple(() =>
        {
            Assert.That(Of(TypeToken.Vpc, none).ContainsKey("ipv6CidrBlock"), Is.False);
            Assert.That(Of(TypeToken.Vpc, none.Add("assignGeneratedIpv6CidrBlock", false)).ContainsKey("ipv6CidrBlock"), Is.False);
            Assert.That(Of(TypeToken.Certificate, none).ContainsKey("domainValidationOptions"), Is.False);
            Assert.That(Of(TypeToken.DnsRecord, none)["fqdn"], Is.Empty);
        });
    }

    [TestCase("eu-west-1", "arn:aws:s:eu-west-1:123456789012:r arn:aws:s::123456789012:r arn:aws:s3:::r h.amazonaws.com")]
    [TestCase("cn-north-1", "arn:aws-cn:s:cn-north-1:123456789012:r arn:aws-cn:s::123456789012:r arn:aws-cn:s3:::r h.amazonaws.com.cn")]
    public void Names_OfARegion_AreOfItsPartition(string region, string expected)
    {
        var made = new Synthetic("type", "name", region);

        Assert.That($"{made.Arn("s", "r")} {made.GlobalArn("s", "r")} {made.S3Arn("r")} {made.Host("h")}", Is.EqualTo(expected));
    }

    [Test]
    public void Names_OfAnother_AreOthers()
    {
        var (made, ofType, ofName) = (
            new Synthetic("type", "name", "eu-west-1"), new Synthetic("type2", "name", "eu-west-1"),
            new Synthetic("type", "name2", "eu-west-1"));

        Assert.Multiple(() =>
        {
            Assert.That(made.AutoName, Does.Match("^name-[0-9a-f]{7}$"));
            Assert.That(made.ResourceId("vpc"), Does.Match("^vpc-0[0-9a-f]{16}$"));
            Assert.That(made.Uuid, Does.Match("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"));
            Assert.That(made.Number, Does.Match("^[0-9]{10}$"));
            Assert.That(new[] { made.Uuid, ofType.Uuid, ofName.Uuid }, Is.Unique);
            Assert.That(made.Uuid, Does.StartWith(made.Hex(8)).And.EndWith(made.Hex(32)[20..]));
        });
    }

    private static ImmutableDictionary<string, object> Of(string type, ImmutableDictionary<string, object> inputs) =>
        ComputedOutputs.Of(new(type, "name", inputs, "eu-west-1"))!.Value.Outputs;

    private static string Text(object value) => value switch
    {
        ImmutableArray<object> items => $"[{string.Join(", ", items.Select(Text))}]",
        ImmutableDictionary<string, object> members => $"{{{string.Join(", ",
            members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}: {Text(member.Value)}"))}}}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
