using System.Collections.Immutable;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Shell;
using Pulumi;
using Pulumi.Aws;
using Pulumi.Testing;
using Ec2 = Pulumi.Aws.Ec2;
using Route53 = Pulumi.Aws.Route53;

namespace Infra.Cli.Tests.Plan.Recording;

internal sealed class RecordingCloudTests
{
    [Test]
    public void ResourceType_ThatIsNotKnown_FailsWithItsName() =>
        Assert.That(() => Run(() => new Route53.Zone("zone", new() { Name = "example.com" })), Throws.TypeOf<RunException>()
            .With.Message.Contains("the offline cloud does not know the resource type aws:route53/zone:Zone; add it to ComputedOutputs"));

    // The SDK's own error is a stack trace; this is what the user gets to see.
    [Test]
    public void ResourceType_ThatIsNotKnown_IsRememberedAsOneMessage()
    {
        var cloud = new RecordingCloud("eu-west-1");

        Assert.That(() => Run(cloud, () => new Route53.Zone("zone", new() { Name = "example.com" })), Throws.TypeOf<RunException>());
        Assert.That(
            cloud.Refusal?.Message,
            Is.EqualTo("the offline cloud does not know the resource type aws:route53/zone:Zone; add it to ComputedOutputs"));
    }

    [Test]
    public void Refusal_IsTheFirst()
    {
        var cloud = new RecordingCloud("eu-west-1");

        foreach (var token in new[] { "one", "other" })
            Assert.That(() => cloud.CallAsync(new() { Token = token }), Throws.TypeOf<InvalidUsageException>());

        Assert.That(cloud.Refusal?.Message, Is.EqualTo("the offline cloud does not know the lookup one; add it to Lookups"));
    }

    [Test]
    public async Task Outputs_AreThoseOfTheStack_AndOfNoComponent()
    {
        var cloud = new RecordingCloud("eu-west-1");
        MockRegisterResourceOutputsRequest Of(string type) => new(
            $"urn:pulumi:dev::infra::{type}::name",
            ImmutableDictionary<string, Output<object?>>.Empty.Add(type, Output.Create<object?>(type)));

        await cloud.RegisterResourceOutputs(Of("pulumi:pulumi:Stack"));
        await cloud.RegisterResourceOutputs(Of("infra:networking:Network"));

        Assert.That(cloud.StackOutputs.Keys, Is.EqualTo(["pulumi:pulumi:Stack"]));
    }

    [Test]
    public void Provider_OfTheProgramsOwn_IsRefusedByName() =>
        Assert.That(() => Run(() => new Provider("west", new() { Region = "us-west-2" })), Throws.TypeOf<RunException>()
            .With.Message.Contains("the offline cloud does not know the resource type pulumi:providers:aws"));

    [Test]
    public void Lookup_ThatIsNotKnown_FailsWithItsName() =>
        Assert.That(() => Run(() => GetRegion.Invoke()), Throws.TypeOf<RunException>()
            .With.Message.Contains("the offline cloud does not know the lookup aws:index/getRegion:getRegion; add it to Lookups"));

    [Test]
    public void Resources_OfOneTypeAndName_AreRefusedByName() =>
        Assert.That(() => Run(() => (new Ec2.InternetGateway("net"), new Ec2.InternetGateway("net"))), Throws.TypeOf<RunException>()
            .With.Message.Contains(
                "two resources of type aws:ec2/internetGateway:InternetGateway are named net; give one of them another name"));

    [Test]
    public async Task Resources_OfOneNameAndTwoTypes_AreBothRecorded()
    {
        var cloud = await Run(() => (new Ec2.InternetGateway("net"), new Ec2.RouteTable("net", new() { VpcId = "vpc-1" })));

        Assert.That(cloud.Registrations.Select(registration => registration.Resource.GetResourceType()), Is.EqualTo(
            new[] { "aws:ec2/internetGateway:InternetGateway", "aws:ec2/routeTable:RouteTable" }));
    }

    [Test]
    public async Task Name_ThatTheProgramGives_WinsOverTheMadeUpOne()
    {
        var cloud = await Run(() => (new Ec2.SecurityGroup("made"), new Ec2.SecurityGroup("given", new() { Name = "mine" })));

        var names = cloud.Registrations.Select(registration => (string)registration.State["name"]).ToArray();
        Assert.That(names[0], Does.Match("^made-[0-9a-f]{7}$"));
        Assert.That(names[1], Is.EqualTo("mine"));
    }

    private static Task<RecordingCloud> Run<T>(Func<T> create) => Run(new RecordingCloud("eu-west-1"), create);

    private static async Task<RecordingCloud> Run<T>(RecordingCloud cloud, Func<T> create)
    {
        await Deployment.TestAsync(
            cloud,
            new TestOptions { ProjectName = "infra", StackName = "test", IsPreview = false },
            () => { _ = new Observed(cloud, () => _ = create()); });
        return cloud;
    }

    /// <summary>Shows a cloud what is made below it.</summary>
    private sealed class Observed : Pulumi.Stack
    {
        public Observed(RecordingCloud cloud, Action create)
            : base(new() { ResourceTransformations = { cloud.Observe } }) => create();
    }
}
