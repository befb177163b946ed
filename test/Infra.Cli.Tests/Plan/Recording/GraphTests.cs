using System.Text.RegularExpressions;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Preview;
using Aws = Pulumi.Aws;
using Tls = Pulumi.Tls;

namespace Infra.Cli.Tests.Plan.Recording;

/// <summary>What the graph of prod says of parents and dependencies: as the engine would record them.</summary>
internal sealed partial class GraphTests
{
    private ResourceGraph _graph = null!;

    [OneTimeSetUp]
    public async Task Run() => _graph = await Graphs.Of("prod");

    [TestCase("net", "infra:networking:Network::net")]
    [TestCase("net-vpc", "infra:networking:Network$aws:ec2/vpc:Vpc::net-vpc")]
    [TestCase("net-public-a", "infra:networking:Network$infra:networking:PublicSubnets$aws:ec2/subnet:Subnet::net-public-a")]
    [TestCase("logs-storage-bucket", "infra:logging:LogArchive$infra:storage:PrivateBucket$aws:s3/bucket:Bucket::logs-storage-bucket")]
    public void Urn_Always_HasTheTypesOfAllParentsButTheStack(string name, string expected) =>
        Assert.That(Node(name).Urn, Is.EqualTo($"urn:pulumi:prod::infra::{expected}"));

    [Test]
    public void Urns_OfAllResources_AreDistinctAndBelowTheirParents()
    {
        foreach (var node in _graph.Nodes.Skip(1))
        {
            var parent = _graph[node.Parent!];
            var chain = node.Urn.Split("::")[2];
            Assert.That(chain, Is.EqualTo(parent == _graph.Stack ? node.Type : $"{parent.Urn.Split("::")[2]}${node.Type}"), node.Urn);
        }

        Assert.That(_graph.Nodes.Select(node => node.Urn), Is.Unique);
    }

    [Test]
    public void Dependencies_OfAllResources_AreCustomResourcesRegisteredEarlier()
    {
        var earlier = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in _graph.Nodes)
        {
            Assert.That(node.Dependencies.Where(urn => !earlier.Contains(urn) || !_graph[urn].IsCustom), Is.Empty, node.Urn);
            Assert.That(node.PropertyDependencies.Values.SelectMany(urns => urns).Except(node.Dependencies), Is.Empty, node.Urn);
            Assert.That(node.PropertyDependencies.Keys.Except(node.Inputs.Keys), Is.Empty, node.Urn);
            earlier.Add(node.Urn);
        }
    }

    [TestCase("net-vpc", "")]
    [TestCase("net-public-a", "ipv6CidrBlock: net-vpc; vpcId: net-vpc")]
    [TestCase("logs-storage-versioning", "bucket: logs-storage-bucket")]
    [TestCase("cert-validated", "certificateArn: cert-issued; validationRecordFqdns: cert-validation")]
    [TestCase("web-https", "certificateArn: cert-validated; defaultActions: web-servers; loadBalancerArn: web-alb")]
    [TestCase("fleet-launch-template",
        "iamInstanceProfile: fleet-identity-profile; networkInterfaces: access-server-from-load-balancer-443 access-server-to-s3 "
        + "access-server-to-endpoint; userData: site-storage-bucket site-bundle")]
    [TestCase("waf-association", "resourceArn: web-alb; webAclArn: waf-acl")]
    [TestCase("watch-no-healthy-server", "alarmActions: alerts-policy; dimensions: web-alb web-servers; okActions: alerts-policy")]
    public void PropertyDependencies_OfAResource_AreWhatItsInputsComeFrom(string name, string expected) =>
        Assert.That(
            string.Join("; ", Node(name).PropertyDependencies.Select(entry => $"{entry.Key}: {Names(entry.Value)}")),
            Is.EqualTo(expected));

    [TestCase("net-public-a", "net-vpc")]
    [TestCase("logs-storage-policy", "logs-storage-bucket logs-storage-public-access-block logs-storage-ownership")]
    [TestCase("web-https", "cert-validated web-alb web-servers")]
    public void Dependencies_OfAResource_AreThoseOfItsInputsAndTheExplicit(string name, string expected) =>
        Assert.That(Names(Node(name).Dependencies), Is.EqualTo(expected));

    [Test]
    public void ExplicitDependency_OnAComponent_StandsForAllThatProvidersMakeBelowIt()
    {
        var below = Below(Node("net")).Where(node => node.IsCustom).Select(node => node.Urn);

        Assert.That(below, Is.SubsetOf(Node("fleet-group").Dependencies));
    }

    [Test]
    public async Task Provider_OfEveryCustomResource_IsTheDefaultOfItsPackageInTheSdksVersion()
    {
        // Unlike prod, it has resources of both packages.
        var graph = await Graphs.Of("dev");
        const string Providers = "urn:pulumi:dev::infra::pulumi:providers";
        const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
        var expected = new Dictionary<string, string>
        {
            ["aws"] = $"{Providers}:aws::default_{VersionOf<Aws.Provider>()}::{Unknown}",
            ["tls"] = $"{Providers}:tls::default_{VersionOf<Tls.Provider>()}::{Unknown}",
        };

        Assert.That(graph.Nodes.Select(node => node.Provider).OfType<string>().Distinct(), Is.EquivalentTo(expected.Values));
        Assert.That(graph.Nodes.Select(node => node.Provider), Is.EqualTo(
            graph.Nodes.Select(node => node.IsCustom ? expected[node.Type.Split(':')[0]] : null)));

        static string VersionOf<T>() => typeof(T).Assembly.GetName().Version!.ToString(3).Replace('.', '_');
    }

    [Test]
    public async Task Values_OfTwoRuns_AreTheSame()
    {
        var again = await Graphs.NewAsync("prod");

        Assert.That(
            again.Nodes.Select(node => (node.Urn, node.Id, node.Output("arn"))),
            Is.EqualTo(_graph.Nodes.Select(node => (node.Urn, node.Id, node.Output("arn")))));
    }

    [Test]
    public async Task Values_InAnotherRegion_NameThatRegion()
    {
        var graph = await Graphs.Of("prod", "aws:region=eu-north-1", """zones=["eu-north-1a","eu-north-1b"]""");

        var vpc = graph.OfType("aws:ec2/vpc:Vpc").Single();
        Assert.That((graph.Region, vpc.Output("arn")), Is.EqualTo(("eu-north-1", $"arn:aws:ec2:eu-north-1:123456789012:vpc/{vpc.Id}")));
    }

    [TestCase("us-gov-west-1", "aws-us-gov", "amazonaws.com")]
    [TestCase("us-gov-east-1", "aws-us-gov", "amazonaws.com")]
    [TestCase("cn-north-1", "aws-cn", "amazonaws.com.cn")]
    [TestCase("cn-northwest-1", "aws-cn", "amazonaws.com.cn")]
    [TestCase("eusc-de-east-1", "aws-eusc", "amazonaws.eu")]
    public async Task Values_InAnotherPartition_NameThatPartition(string region, string partition, string suffix)
    {
        var graph = await Graphs.Of("dev", $"aws:region={region}", $"""zones=["{region}a","{region}b"]""");
        var plan = PreviewJson.Of(graph);

        Assert.That(Arn().Matches(plan).Select(match => match.Value).Distinct(), Is.EqualTo([$"arn:{partition}:"]));
        Assert.That(Host().Matches(plan).Select(match => match.Groups["suffix"].Value).Distinct(), Is.EqualTo([suffix]));
    }

    // A resource's, and not one that is asked for by a pattern, arn:*.
    [GeneratedRegex("arn:[a-z-]+:")]
    private static partial Regex Arn();

    [GeneratedRegex(@"\.(elb|s3\.[a-z0-9-]+)\.(?<suffix>amazonaws[a-z.]*)")]
    private static partial Regex Host();

    private IEnumerable<ResourceNode> Below(ResourceNode node) => _graph.ChildrenOf(node).SelectMany(child => Below(child).Prepend(child));

    private string Names(IEnumerable<string> urns) => string.Join(' ', urns.Select(urn => _graph[urn].Name));

    private ResourceNode Node(string name) => _graph.Nodes.Single(node => node.Name == name);
}
