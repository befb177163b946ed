using Infra.LoadBalancing;
using Infra.Packing;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Testing;
using Ec2 = Pulumi.Aws.Ec2;
using Route53 = Pulumi.Aws.Route53;

namespace Infra.Tests.Tier;

/// <summary>A tier in a program of somebody else, in a network that is there.</summary>
public sealed class WebTierTests
{
    private const string Group = "aws:autoscaling/group:Group";
    private const string IngressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string EgressRule = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

    private Recorded _cloud = null!;

    [OneTimeSetUp]
    public async Task RunAProgram() => _cloud = await Tiers.Run(TeamProgram);

    [Test]
    public void Network_OfTheTeam_IsTheOnlyOne()
    {
        string[] ofANetwork =
            ["aws:ec2/vpc:Vpc", "aws:ec2/subnet:Subnet", "aws:ec2/natGateway:NatGateway", "aws:ec2/networkAcl:NetworkAcl"];
        Assert.That(
            ofANetwork.SelectMany(_cloud.All).Select(one => one.Name),
            Is.EqualTo(new[] { "team", "public-a", "public-b", "private-a", "private-b" }));
        Assert.That(_cloud.Resources.Select(one => one.Type), Has.None.EqualTo("infra:networking:Network"));
    }

    [Test]
    public void EverythingOfTheTier_StandsInTheTeamsNetwork()
    {
        Assert.Multiple(() =>
        {
            Assert.That(_cloud.Named("shop-web-alb").Texts("subnets"), Is.EqualTo(new[] { "public-a-id", "public-b-id" }));
            Assert.That(_cloud.Single(Group).Texts("vpcZoneIdentifiers"), Is.EqualTo(new[] { "private-a-id", "private-b-id" }));
            Assert.That(_cloud.Named("shop-web-servers").Text("vpcId"), Is.EqualTo("team-id"));
            Assert.That(
                _cloud.All("aws:ec2/securityGroup:SecurityGroup").Select(group => group.Text("vpcId")),
                Is.EqualTo(new[] { "team-id", "team-id" }));
        });
    }

    [Test, Requirement("R1")]
    public void Servers_HaveNoPublicAddressAndAreReachedFromTheLoadBalancerAlone()
    {
        var toServers = _cloud.All(IngressRule).Where(rule => rule.Text("securityGroupId") == "shop-access-server-id").ToList();

        Assert.Multiple(() =>
        {
            var template = _cloud.Single("aws:ec2/launchTemplate:LaunchTemplate");
            Assert.That(template.Text("networkInterfaces.0.associatePublicIpAddress"), Is.EqualTo("false"));
            Assert.That(toServers, Has.Count.EqualTo(1));
            Assert.That(toServers[0].Text("referencedSecurityGroupId"), Is.EqualTo("shop-access-load-balancer-id"));
        });
    }

    [Test]
    public void Servers_ReachS3AndNothingElse()
    {
        var fromServers = _cloud.All(EgressRule).Where(rule => rule.Text("securityGroupId") == "shop-access-server-id").ToList();

        Assert.That(fromServers.Select(rule => rule.Text("prefixListId")), Is.EqualTo(new[] { "pl-of-a-name" }));
    }

    [Test, Requirement("R2")]
    public void Http_IsRedirectedForGood()
    {
        var listener = _cloud.Named("shop-web-http");

        Assert.Multiple(() =>
        {
            Assert.That(listener.Number("port"), Is.EqualTo(80));
            Assert.That(listener.Text("defaultActions.0.type"), Is.EqualTo("redirect"));
            Assert.That(listener.Text("defaultActions.0.redirect.statusCode"), Is.EqualTo("HTTP_301"));
            Assert.That(listener.Text("defaultActions.0.redirect.protocol"), Is.EqualTo("HTTPS"));
        });
    }

    [Test, Requirement("R3")]
    public void Https_SpeaksTls12OrHigherWithTheTeamsCertificate()
    {
        var listener = _cloud.Named("shop-web-https");

        Assert.Multiple(() =>
        {
            Assert.That(listener.Text("sslPolicy"), Is.EqualTo(TlsPolicies.Default));
            Assert.That(listener.Text("certificateArn"), Does.EndWith("team-certificate"));
        });
    }

    [Test, Requirement("R5")]
    public void HealthCheck_IsARequestToAPath() =>
        Assert.That(_cloud.Named("shop-web-servers").Text("healthCheck.path"), Is.EqualTo("/health"));

    [Test, Requirement("R6"), Requirement("R8")]
    public void Group_HealsAndEndsAtThree()
    {
        var group = _cloud.Single(Group);

        Assert.Multiple(() =>
        {
            Assert.That(group.Text("healthCheckType"), Is.EqualTo("ELB"));
            Assert.That(group.Number("maxSize"), Is.EqualTo(3));
            Assert.That(group.Texts("suspendedProcesses"), Is.EqualTo(new[] { "AZRebalance" }));
        });
    }

    [Test]
    public void Name_OfTheSite_GetsItsRecordInTheTeamsZone()
    {
        var record = _cloud.Named("shop-alias-ipv4");

        Assert.That(record.Text("name"), Is.EqualTo("shop.example.com"));
        Assert.That(record.Text("zoneId"), Is.EqualTo("team-zone-id"));
    }

    [Test]
    public void Parents_OfWhatTheTierMakes_LeadToTheTier()
    {
        foreach (var resource in _cloud.Resources.Where(resource => resource.Name.StartsWith("shop-", StringComparison.Ordinal)))
        {
            var above = resource.Parent;
            while (above is not null and not WebTier)
                above = RecordedAs(above).Parent;

            Assert.That(above, Is.TypeOf<WebTier>(), resource.ToString());
        }
    }

    [Test]
    public async Task Tiers_TwoInOneProgram_ShareNothing()
    {
        var recorded = await Tiers.Run(options =>
        {
            _ = new WebTier("shop", Tiers.Args, options);
            _ = new WebTier("blog", Tiers.ArgsInVpc, options);
        });

        Assert.That(recorded.Resources.Select(resource => resource.ToString()), Is.Unique);
    }

    // Or it would look up an image of one region for servers of another.
    [Test]
    public async Task Lookups_OfATierWithAProvider_GoToIt()
    {
        var aws = new AskedAws();
        await Deployment.TestAsync(aws, Tiers.Options, () =>
        {
            var ireland = new Pulumi.Aws.Provider("ireland", new() { Region = FakeAws.Region });
            _ = new WebTier("shop", Tiers.ArgsInVpc, new() { Providers = { ireland } });
        });

        Assert.That(aws.Asked, Has.Count.GreaterThan(3));
        Assert.That(aws.Asked.Distinct(), Is.EqualTo(new[] { "pulumi:providers:aws::ireland::ireland-id" }));
    }

    // How a program in another language leaves out an input.
    [Test]
    public void Lists_ThatAreNull_CountAsLeftOut()
    {
        var args = Tiers.Args.With(it => it.PublicSubnetIds = null!).With(it => it.PrivateSubnetIds = null!);

        Assert.That(async () => await Tiers.Run(args), Throws.Nothing);
    }

    [Test]
    public void Tags_AreOnEverythingOfTheTierAndOnNothingElse()
    {
        Assert.Multiple(() =>
        {
            Assert.That(_cloud.Named("shop-web-alb").Text("tags.Project"), Is.EqualTo("shop"));
            Assert.That(_cloud.Named("shop-web-alb").Text("tags.Name"), Is.EqualTo("shop-web-alb"));
            Assert.That(_cloud.Named("team").Has("tags"), Is.False);
        });
    }

    // By a path from the directory that the program runs in, or in full.
    [TestCase(false)]
    [TestCase(true)]
    public async Task Archive_OfTheSite_IsWhereTheProgramSeesIt(bool inFull)
    {
        var toProject = "";
        await Deployment.TestAsync(new FakeAws(), Tiers.Options, () =>
        {
            var args = Tiers.Args.With(it => it.ProjectDirectory = inFull ? Reference.Root : null);
            _ = new WebTier("shop", args);
            toProject = new WebTierInputs("shop", args, FakeAws.Region).Given().ToProject;
        });

        Assert.That(Path.IsPathRooted(toProject), Is.EqualTo(inFull));
        Assert.That(File.Exists(FolderArchive.SeenFrom(FolderArchive.PathOf("site"), toProject)), Is.True, toProject);
    }

    private sealed class AskedAws : FakeAws
    {
        /// <summary>The provider of each lookup, without what all URNs begin with.</summary>
        public List<string> Asked { get; } = [];

        public override Task<object> CallAsync(MockCallArgs args)
        {
            lock (Asked)
                Asked.Add(args.Provider![(args.Provider!.IndexOf('$', StringComparison.Ordinal) + 1)..]);
            return base.CallAsync(args);
        }
    }

    private RecordedResource RecordedAs(Resource resource) =>
        _cloud.Resources.Single(other => other.Type == resource.GetResourceType() && other.Name == resource.GetResourceName());

    private static void TeamProgram(ComponentResourceOptions options)
    {
        var child = new CustomResourceOptions { ResourceTransformations = options.ResourceTransformations };
        var vpc = new Ec2.Vpc("team", new() { CidrBlock = "10.8.0.0/16" }, child);
        var zone = new Route53.Zone("team-zone", new() { Name = "example.com" }, child);
        var certificate = new Pulumi.Aws.Acm.Certificate("team-certificate", new() { DomainName = "shop.example.com" }, child);
        Ec2.Subnet Subnet(string name, string block) => new(name, new() { VpcId = vpc.Id, CidrBlock = block }, child);

        _ = new WebTier("shop", new()
        {
            Region = FakeAws.Region,
            VpcId = vpc.Id,
            PublicSubnetIds = [Subnet("public-a", "10.8.0.0/24").Id, Subnet("public-b", "10.8.1.0/24").Id],
            PrivateSubnetIds = [Subnet("private-a", "10.8.2.0/24").Id, Subnet("private-b", "10.8.3.0/24").Id],
            DomainName = "shop.example.com",
            HostedZoneId = zone.Id,
            CertificateArn = certificate.Arn,
        }, options);
    }
}
