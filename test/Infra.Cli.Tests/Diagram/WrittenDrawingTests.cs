using Infra.Cli.Diagram.Facts;
using Infra.Cli.Diagram.Layout;
using Infra.Cli.Diagram.Layout.Slide;
using Infra.Cli.Diagram.Mermaid;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Tests.Checks;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Diagram;

/// <summary>Each word, box and line of stacks that are as little, and as much, as can be drawn; the committed ones are neither.</summary>
internal sealed class WrittenDrawingTests
{
    [Test]
    public void StateBefore_IsDrawnAsAccepted() =>
        Golden.Verify("drawing.before", WrittenDrawing.Of(BeforeLayout.Of(BeforeArchitecture.AsToldByTheAssignment)));

    [Test]
    public async Task StackWithAsLittleAsCanBe_IsDrawnAsAccepted() => Golden.Verify("drawing.bare", All(await BareAsync()));

    [Test]
    public async Task StackWithAllThereIs_IsDrawnAsAccepted() => Golden.Verify("drawing.full", All(await FullAsync()));

    // The more of them, the fewer lines on each.
    [Test]
    public async Task ServersOnASlide_OfAnyNumber_AreDrawnAsAccepted()
    {
        var facts = await Drawn.Facts("dev");
        var written =
            from zones in new[] { 2, 4 }
            from count in new[] { 1, 6, 14 }
            let many = facts.InZones(zones) with
            {
                ApplicationObject = zones == 2 ? null : "application.tar",
                Group = facts.Group with { MinSize = 1, MaxSize = count },
            }
            let servers = SlideLayout.Of(many).Boxes.Where(box => box.Name.StartsWith("server-", StringComparison.Ordinal))
            select $"{count} in {zones} zones\n{string.Concat(servers.Select(WrittenDrawing.Of))}\n";

        Golden.Verify("drawing.servers", string.Concat(written));
    }

    private static string All(Architecture architecture) => string.Join('\n', [
        WrittenDrawing.Of(DrawingLayout.Of(architecture)),
        WrittenDrawing.Of(DrawingLayout.Operations(architecture)),
        WrittenDrawing.Of(SlideLayout.Of(architecture)),
        MermaidWriter.Write(architecture),
    ]);

    private static async Task<Architecture> BareAsync()
    {
        var dev = await Drawn.Facts("dev");
        return dev.InZones(2) with
        {
            Firewall = new(["Common"], null),
            GatewayEndpoints = [],
            FlowLog = null,
            Redirect = null,
            HasDashboard = false,
            LoadBalancer = dev.LoadBalancer with { IsInternetFacing = false, AccessLogs = new("logs", null, 0), ConnectionLogs = null },
            Https = dev.Https with { First = dev.Https.First with { TlsPolicy = "ELBSecurityPolicy-2016-08", Certificate = null } },
            Group = dev.Group with { MinSize = 1, MaxSize = 1, Tracking = [], FollowsLoadBalancerHealth = false },
            LaunchTemplate = dev.LaunchTemplate with { HasPublicAddress = null },
            PrivateGuard = new(["Network ACL: nothing"], ["Security group: nothing"]),
            Topic = new("alerts", 1, IsEncrypted: false, [], HasGroupEvents: false),
        };
    }

    private static async Task<Architecture> FullAsync()
    {
        var graph = await RecordedStacks.Application();
        string[] policies =
            ["AmazonEC2ContainerRegistryReadOnly", "AmazonElasticFileSystemClientReadWriteAccess", "AWSXRayDaemonWriteAccess"];
        var facts = ArchitectureReader.Read(new(policies.Aggregate(graph, (all, policy) => all.Add(
            TypeToken.RolePolicyAttachment,
            ("role", graph.Named("fleet-identity-role").Id!),
            ("policyArn", $"arn:aws:iam::aws:policy/{policy}")))));
        const string Long = "80, 443, 8443 from 198.51.100.0/24, 203.0.113.0/24, 2001:db8:1234::/48, 2001:db8:5678::/48";
        return facts.InZones(6, hasIPv6: true, natZones: [0, 3]) with
        {
            ClientCidrs = ["198.51.100.0/24", "203.0.113.0/24", "2001:db8:1234::/48", "2001:db8:5678::/48"],
            Firewall = new(["2,000 requests per address in 300 s"], new("waf", null)),
            Vpc = facts.Vpc with { Cidr = "100.100.128.0/17" },
            GatewayEndpoints = ["s3", "dynamodb"],
            FlowLog = new("flow", null),
            ServerLog = new("output", null),
            LoadBalancer = facts.LoadBalancer with { AccessLogs = new("logs", 90, 0) },
            Https = facts.Https with { Ports = [443, 8443] },
            Redirect = facts.Redirect! with { Ports = [80, 8080] },
            Group = facts.Group with
            {
                MinSize = 3,
                MaxSize = 10,
                Tracking = [.. facts.Group.Tracking, .. facts.Group.Tracking.Select(policy => policy with
                {
                    Metric = TrackedMetric.Other,
                    OtherMetric = "ASGAverageNetworkOut",
                })],
            },
            LaunchTemplate = facts.LaunchTemplate with { InstanceType = "u7inh-32tb.480xlarge-flex" },
            PublicGuard = new(
                [$"Network ACL: {Long}; answers from 10.0.128.0/17", $"Network ACL: {Long}; answers", $"ACL: {Long}; answers"],
                [$"Security group: {Long}"])
            {
                Groups = [new("80, 443, 8443", ["198.51.100.0/24, 203.0.113.0/24, 2001:db8:1234::/48, 2001:db8:5678::/48"])],
            },
            PrivateGuard = facts.PrivateGuard with
            {
                Groups = [.. facts.PrivateGuard.Groups, new("8443", ["198.51.100.0/24"])],
            },
        };
    }
}
