using Infra.Cli.Diagram.Facts;
using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Tests.Diagram;

/// <summary>A drawing of a difference has room for all that either has, and says what the new one says.</summary>
internal sealed class BothArchitecturesTests
{
    [Test]
    public async Task WhatEitherHas_IsInBoth()
    {
        var more = await ProdAsync("old");
        var less = more with
        {
            SiteName = null,
            Firewall = null,
            Zones = [.. more.Zones.Take(2).Select(zone => zone with { HasNatGateway = false })],
            InterfaceEndpoints = [],
            GatewayEndpoints = [],
            FlowLog = null,
            ServerLog = null,
            LoadBalancer = more.LoadBalancer with { AccessLogs = null, ConnectionLogs = null, HealthCheckLogs = null },
            Redirect = null,
            Topic = more.Topic with { Emails = [], HasGroupEvents = false },
        };

        Assert.That(Parts(less), Is.Not.EqualTo(Parts(more)));
        Assert.That(Parts(BothArchitectures.Of(less, more)), Is.EqualTo(Parts(more)));
        Assert.That(Parts(BothArchitectures.Of(more, less)), Is.EqualTo(Parts(more)));
        Assert.That(Parts(BothArchitectures.Of(less, less)), Is.EqualTo(Parts(less)));
    }

    [Test]
    public async Task LogOfAFirewall_ThatEitherHas_IsInBoth()
    {
        var more = await ProdAsync("old");
        var less = more with { Firewall = more.Firewall! with { Log = null } };

        Assert.That(Parts(BothArchitectures.Of(less, more)), Is.EqualTo(Parts(more)));
        Assert.That(Parts(BothArchitectures.Of(more, less)), Is.EqualTo(Parts(more)));
    }

    [Test]
    public async Task WhatBothHave_IsSaidAsTheNewOneSaysIt()
    {
        var (before, after) = (await ProdAsync("old"), await ProdAsync("new"));

        Assert.That(Parts(before), Is.Not.EqualTo(Parts(after)));
        Assert.That(Parts(BothArchitectures.Of(before, after)), Is.EqualTo(Parts(after)));
    }

    [Test]
    public async Task Endpoints_OfBoth_AreThoseOfEither()
    {
        var facts = await ProdAsync("old");
        var both = BothArchitectures.Of(
            facts with { InterfaceEndpoints = ["ssm", "logs"], GatewayEndpoints = ["dynamodb"] },
            facts with { InterfaceEndpoints = ["kms", "ssm"], GatewayEndpoints = ["s3"] });

        Assert.That(both.InterfaceEndpoints, Is.EqualTo(["kms", "ssm", "logs"]));
        Assert.That(both.GatewayEndpoints, Is.EqualTo(["s3", "dynamodb"]));
    }

    // What a logging load balancer has is not mixed with what it had: a drawing of a change says the new.
    [Test]
    public async Task Logs_OfOtherKinds_AreThoseOfTheNewOne()
    {
        var facts = await ProdAsync("old");
        var after = facts with { LoadBalancer = facts.LoadBalancer with { AccessLogs = null } };

        Assert.That(BothArchitectures.Of(facts, after).LoadBalancer, Is.EqualTo(after.LoadBalancer));
    }

    private static async Task<Architecture> ProdAsync(string name)
    {
        var facts = await Drawn.Facts("prod");
        var logs = new DeclaredBucketLogs(name, 7, 1);
        return facts with
        {
            SiteName = new(name, ["A"]),
            Firewall = new([name], new(name, 7)),
            Zones = [.. facts.Zones.Select(zone => zone with { HasNatGateway = true })],
            FlowLog = new(name, 7),
            ServerLog = new(name, 7),
            LoadBalancer = facts.LoadBalancer with { AccessLogs = logs, ConnectionLogs = logs, HealthCheckLogs = logs },
            Redirect = facts.Redirect! with { Ports = [name.Length, name[0]] },
            Topic = facts.Topic with { Emails = [name] },
        };
    }

    private static string[] Parts(Architecture architecture) =>
    [
        $"{architecture.SiteName?.Name}",
        .. architecture.Firewall?.Rules ?? [],
        $"{architecture.Firewall?.Log}",
        .. architecture.Zones.Select(zone => $"{zone.Name} {zone.HasNatGateway}"),
        .. architecture.InterfaceEndpoints,
        .. architecture.GatewayEndpoints,
        $"{architecture.FlowLog}",
        $"{architecture.ServerLog}",
        .. architecture.LoadBalancer.BucketLogs.Select(log => $"{log.Kind} {log.Logs}"),
        $"{architecture.Redirect?.Address}",
        .. architecture.Topic.Emails,
        $"{architecture.Topic.HasGroupEvents}",
    ];
}
