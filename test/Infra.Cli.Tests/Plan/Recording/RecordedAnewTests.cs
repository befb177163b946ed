using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.Plan.Recording;

/// <summary>
/// What a run records, said once more of a stack that each test records for itself: mutation testing asks who made a graph, and most
/// tests take one that was there.
/// </summary>
internal sealed class RecordedAnewTests
{
    private const string Bucket = "urn:pulumi:prod::infra::infra:logging:LogArchive$infra:storage:PrivateBucket";

    [Test]
    public async Task Graph_OfProd_HasTheUrnsParentsAndDependenciesOfTheEngine()
    {
        var graph = await Graphs.NewAsync("prod");
        var policy = graph.Nodes.Single(node => node.Name == "logs-storage-policy");

        Assert.Multiple(() =>
        {
            Assert.That((graph.Stack.Urn, graph.Stack.IsCustom, graph.Stack.Parent), Is.EqualTo((
                "urn:pulumi:prod::infra::pulumi:pulumi:Stack::infra-prod", false, (string?)null)));
            Assert.That(policy.Urn, Is.EqualTo($"{Bucket}$aws:s3/bucketPolicy:BucketPolicy::logs-storage-policy"));
            Assert.That(policy.Parent, Is.EqualTo($"{Bucket}::logs-storage"));
            Assert.That(
                Dependencies(graph, "logs-storage-policy"),
                Is.EqualTo("logs-storage-bucket logs-storage-public-access-block logs-storage-ownership"));
            Assert.That(ByInput(graph, "logs-storage-policy"), Does.StartWith("bucket: logs-storage-bucket"));
            Assert.That(
                ByInput(graph, "web-https"),
                Is.EqualTo("certificateArn: cert-validated; defaultActions: web-servers; loadBalancerArn: web-alb"));
            Assert.That(ByInput(graph, "fleet-launch-template"), Does.Contain(
                "networkInterfaces: access-server-from-load-balancer-443 access-server-to-s3 access-server-to-endpoint; userData: "));
            Assert.That(
                Dependencies(graph, "fleet-group"), Does.Contain("net-private-a"), "a component stands for what is made below it");
            Assert.That(graph.Nodes.SelectMany(node => node.Dependencies).Where(urn => !graph[urn].IsCustom), Is.Empty);
            Assert.That(ByInput(graph, "net"), Is.Empty);
        });
    }

    [Test]
    public async Task Graph_OfProd_HasOptionsOutputsAndFiles()
    {
        var graph = await Graphs.NewAsync("prod");

        Assert.Multiple(() =>
        {
            Assert.That(With(graph, node => node.Options.Protect), Is.EqualTo("logs-storage-bucket web-alb"));
            Assert.That(With(graph, node => node.Options.RetainOnDelete), Is.EqualTo("cert-validation"));
            Assert.That(With(graph, node => !node.Options.IgnoreChanges.IsEmpty), Is.EqualTo("fleet-group"));
            Assert.That(With(graph, node => node.Options.CustomTimeouts?.Create is not null), Is.EqualTo("cert-validated"));
            Assert.That(
                graph.Nodes.Single(node => node.Name == "site-bundle").Inputs["source"],
                Is.EqualTo(new LocalArchive("../../artifacts/site.tar", IsFile: true)));
            Assert.That((graph.Outputs["url"], graph.Outputs["secondsToNoticeSickServer"]), Is.EqualTo((
                (object)"https://www.example.com", (object)25d)));
            Assert.That(graph.Outputs.ContainsKey("certificate"), Is.False, "what has no value is none");
            Assert.That((graph.SettingsFile, graph.Region), Is.EqualTo(("Pulumi.prod.yaml", "eu-west-1")));
        });
    }

    [Test]
    public async Task Graph_OfDev_KnowsItsSecrets()
    {
        var graph = await Graphs.NewAsync("dev");
        var key = graph.OfType(TypeToken.PrivateKey).Single();

        Assert.Multiple(() =>
        {
            Assert.That(key.Options.AdditionalSecretOutputs, Does.Contain("privateKeyPem"));
            Assert.That(key.Options.ReplacementTrigger, Is.EqualTo("1"));
            Assert.That(graph.Secrets.AreIn((string)key.Outputs["privateKeyPem"]), Is.True);
            Assert.That(graph.Secrets.AreIn((string)key.Outputs["publicKeyPem"]), Is.False);
        });
    }

    private static string With(ResourceGraph graph, Func<ResourceNode, bool> has) =>
        string.Join(' ', graph.Nodes.Where(has).Select(node => node.Name));

    private static string Dependencies(ResourceGraph graph, string name) =>
        Names(graph, graph.Nodes.Single(node => node.Name == name).Dependencies);

    private static string ByInput(ResourceGraph graph, string name) => string.Join("; ", graph.Nodes.Single(node => node.Name == name)
        .PropertyDependencies.Select(input => $"{input.Key}: {Names(graph, input.Value)}"));

    private static string Names(ResourceGraph graph, IEnumerable<string> urns) => string.Join(' ', urns.Select(urn => graph[urn].Name));
}
