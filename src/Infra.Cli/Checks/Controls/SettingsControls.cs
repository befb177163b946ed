using System.Globalization;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Servers;
using Infra.Settings;

namespace Infra.Cli.Checks.Controls;

/// <summary>What the settings say is what the plan does: a number that gets lost on its way would be the customer's no more.</summary>
internal static class SettingsControls
{
    private const string SettingsMend = "let StackArgs hand the setting on to this input";

    public static ControlArea Area { get; } = new("Settings",
    [
        new("settings-target-group", Severity.Medium, "Servers are checked and drained as the settings say.")
        {
            Requirements = ["R5", "R6"],
            On = Known(Subjects.TargetGroups),
            Problem = Expect.All(
                As("healthCheck.path", settled => settled.Settings.HealthCheck.Path),
                As("healthCheck.interval", settled => settled.Settings.HealthCheck.Interval.TotalSeconds),
                As("healthCheck.timeout", settled => settled.Settings.HealthCheck.Timeout.TotalSeconds),
                As("healthCheck.healthyThreshold", settled => settled.Settings.HealthCheck.HealthyThreshold),
                As("healthCheck.unhealthyThreshold", settled => settled.Settings.HealthCheck.UnhealthyThreshold),
                As("deregistrationDelay", settled => settled.Settings.LoadBalancer.DeregistrationDelay.TotalSeconds)),
            Mend = SettingsMend,
        },
        new("settings-group-size", Severity.High, "The group is as small and as large as the settings say.")
        {
            Requirements = ["R7", "R8"],
            On = Known(Subjects.AutoScalingGroups),
            Problem = Expect.All(
                As("minSize", settled => settled.Settings.Servers.MinServers),
                As("maxSize", settled => settled.Settings.Servers.MaxServers)),
            Mend = SettingsMend,
        },
        new("settings-group-times", Severity.Medium, "The group gives a new server the time that the settings say it needs.")
        {
            Requirements = ["R6", "R7"],
            On = Known(Subjects.AutoScalingGroups),
            Problem = Expect.All(
                As("healthCheckGracePeriod", settled => settled.Timings.GracePeriod.TotalSeconds),
                As("defaultInstanceWarmup", settled => settled.Timings.BootBudget.TotalSeconds),
                As("instanceRefresh.preferences.instanceWarmup", settled => settled.Timings.RollWarmup.TotalSeconds)),
            Mend = SettingsMend,
        },
        new("settings-group-replacement", Severity.High, "A roll and a repair leave as many servers as the group's size allows.")
        {
            Requirements = ["R6", "R8"],
            On = Known(Subjects.AutoScalingGroups),
            Problem = Expect.All(
            [
                .. from policy in new[] { "instanceMaintenancePolicy", "instanceRefresh.preferences" }
                   from expectation in new[]
                   {
                       As($"{policy}.minHealthyPercentage", settled => Maintenance(settled).MinHealthy),
                       As($"{policy}.maxHealthyPercentage", settled => Maintenance(settled).MaxHealthy),
                   }
                   select expectation,
                Checkpoints,
            ]),
            Mend = "compute the percentages from minServers and the checkpoints from maxServers",
        },
        new("settings-scaling", Severity.Medium, "Scaling holds what the settings name, at their targets.")
        {
            Requirements = ["R7"],
            On = Known(Subjects.AutoScalingGroups),
            Problem = (group, graph) => Tracked(graph, group, "ASGAverageCPUUtilization", Servers(graph).CpuTarget)
                ?? Tracked(graph, group, "ALBRequestCountPerTarget", Servers(graph).RequestsPerServer),
            Mend = "track cpuTarget, and requestsPerServer where it is set",
        },
        new("settings-server", Severity.Medium, "A server is of the type and the image that the settings name.")
        {
            On = Known(Subjects.LaunchTemplates),
            Problem = Expect.All(
                As("instanceType", settled => settled.Settings.Servers.InstanceType),
                As("imageId", settled => settled.Settings.Servers.Image.Id),
                As("blockDeviceMappings.0.ebs.volumeSize", settled => settled.Settings.Servers.Image.RootVolumeGiB)),
            Mend = SettingsMend,
        },
        new("settings-tls", Severity.High, "Clients must speak TLS by the policy that the settings name.")
        {
            Requirements = ["R3"],
            On = Known(Subjects.HttpsListeners),
            Problem = As("sslPolicy", settled => settled.Settings.LoadBalancer.TlsPolicy),
            Mend = SettingsMend,
        },
        new("settings-ipv6", Severity.Medium, "Clients come over IPv6 where the settings say so, and only there.")
        {
            On = Known(Subjects.LoadBalancers),
            Problem = As("ipAddressType", settled => settled.Settings.Network.Ipv6 ? "dualstack" : "ipv4"),
            Mend = SettingsMend,
        },
        new("settings-vpc", Severity.Medium, "The VPC has the addresses that the settings name.")
        {
            On = Known(Subjects.Vpcs),
            Problem = Expect.All(
                As("cidrBlock", settled => settled.Settings.Network.VpcCidr),
                As("assignGeneratedIpv6CidrBlock", settled => settled.Settings.Network.Ipv6 ? "true" : null)),
            Mend = SettingsMend,
        },
        new("settings-firewall", Severity.Medium, "There is a firewall where the settings say so, and it admits as many requests.")
        {
            On = new("stack", graph => Settled.Of(graph) is null ? [] : [graph.Stack]),
            Problem = (_, graph) => FirewallProblem(graph, Settled.Of(graph)!.Settings.LoadBalancer),
            Mend = "make the firewall of waf and wafRateLimit",
        },
        new("settings-protection", Severity.Medium, "What the settings protect can't be deleted.")
        {
            On = Known(new("load balancer, bucket or group", graph => graph.OfType(TypeToken.LoadBalancer)
                .Concat(graph.OfType(TypeToken.Bucket))
                .Concat(graph.OfType(TypeToken.AutoScalingGroup)))),
            Problem = (node, graph) => node.Type switch
            {
                TypeToken.LoadBalancer => Expect.OneOf("enableDeletionProtection", Protects(graph) ? "true" : "false")(node, graph),
                TypeToken.Bucket => node.IsTrue("forceDestroy") == Protects(graph) ? Expect.Actual(node, "forceDestroy") : null,
                _ => node.IsTrue("forceDelete") == Protects(graph) ? Expect.Actual(node, "forceDelete") : null,
            },
            Mend = SettingsMend,
        },
        new("settings-alarm-email", Severity.Medium, "Somebody is subscribed to alarms where the settings name an address.")
        {
            Requirements = ["R6"],
            On = Known(Subjects.OfType(TypeToken.Topic, "topic")),
            Problem = (topic, graph) => graph.Setting("alarmEmail") is not { Length: > 0 }
                || Expect.Companions(topic, graph, TypeToken.TopicSubscription, "topic").Any()
                    ? null
                    : "has no subscription",
            Mend = "subscribe alarmEmail to the topic",
        },
        new("settings-log-retention", Severity.Medium, "Logs are kept for as long as the settings say.")
        {
            On = Known(new("log", graph => graph.OfType(TypeToken.LogGroup).Concat(LifecyclesOfLogs(graph)))),
            Problem = (log, graph) => As(
                log.Type == TypeToken.LogGroup ? "retentionInDays" : "rules.0.expiration.days",
                settled => settled.Settings.Monitoring.LogRetentionDays)(log, graph),
            Mend = SettingsMend,
        },
        new("settings-zones", Severity.Medium, "Load balancer and servers stand in the zones that the settings name.")
        {
            Requirements = ["R6"],
            On = Known(new("load balancer or group", graph =>
                graph.OfType(TypeToken.LoadBalancer).Concat(graph.OfType(TypeToken.AutoScalingGroup)))),
            Problem = (node, graph) => Zones(node, graph) is var zones
                && zones.SequenceEqual(Settled.Of(graph)!.Settings.Network.Zones.Order(StringComparer.Ordinal))
                    ? null
                    : $"stands in {string.Join(", ", zones.DefaultIfEmpty("no zone"))}",
            Mend = "give it a subnet in each of zones",
        },
        new("settings-promises", Severity.Medium, "The stack's outputs promise what the settings give.")
        {
            Requirements = ["R5", "R6", "R7"],
            On = new("stack with promises", graph =>
                Settled.Of(graph) is not null && graph.FindOutput(PromisedTime.NoticeSickServer) is not null ? [graph.Stack] : []),
            Problem = (_, graph) => BrokenPromise(graph, Settled.Of(graph)!),
            Mend = "compute the outputs from the settings' times",
        },
    ]);

    private static Subjects Known(Subjects subjects) =>
        subjects with { In = graph => Settled.Of(graph) is null ? [] : subjects.In(graph) };

    private static bool Protects(ResourceGraph graph) => Settled.Of(graph)!.Settings.DeletionProtection;

    private static IEnumerable<ResourceNode> LifecyclesOfLogs(ResourceGraph graph) =>
        from lifecycle in graph.OfType(TypeToken.BucketLifecycleConfiguration)
        where graph.OfType(TypeToken.LoadBalancer).Any(balancer => balancer.Text("accessLogs.bucket") == lifecycle.Text("bucket"))
        select lifecycle;

    private static IReadOnlyList<string> Zones(ResourceNode node, ResourceGraph graph) =>
    [
        .. node.Texts(node.Type == TypeToken.LoadBalancer ? "subnets" : "vpcZoneIdentifiers")
            .Select(subnet => graph.ByIdOrArn(TypeToken.Subnet, subnet)?.Text("availabilityZone") ?? "elsewhere")
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static ServerSettings Servers(ResourceGraph graph) => Settled.Of(graph)!.Settings.Servers;

    private static MaintenancePercentages Maintenance(Settled settled) => MaintenancePercentages.For(settled.Settings.Servers.MinServers);

    // What the settings leave open, such as an image that is looked up, may be anything.
    private static Expectation As(string path, Func<Settled, object?> setting) => (node, graph) =>
        setting(Settled.Of(graph)!) is { } value && Text(value) is var text && node.Text(path) != text
            ? $"{Expect.Actual(node, path)}, where the settings give {text}"
            : null;

    private static string? Checkpoints(ResourceNode group, ResourceGraph graph)
    {
        const string Path = "instanceRefresh.preferences.checkpointPercentages";
        var expected = RollCheckpoints.For(Settled.Of(graph)!.Settings.Servers.MaxServers).Select(percent => (double)percent);
        return group.Items(Path).OfType<double>().SequenceEqual(expected)
            ? null
            : $"{Path} must be {string.Join(", ", expected.Select(percent => Text(percent)))}";
    }

    private static string? Tracked(ResourceGraph graph, ResourceNode group, string metric, double? target)
    {
        const string Tracking = "targetTrackingConfiguration";
        var policies = Expect.Companions(group, graph, TypeToken.ScalingPolicy, "autoscalingGroupName")
            .Where(policy => policy.Text($"{Tracking}.predefinedMetricSpecification.predefinedMetricType") == metric)
            .Select(policy => policy.Number($"{Tracking}.targetValue"))
            .ToList();
        return (policies, target) switch
        {
            ([], null) => null,
            ([var only], not null) when only == target => null,
            ([], not null) => $"does not track {metric}",
            (_, null) => $"tracks {metric}, of which the settings say nothing",
            _ => $"tracks {metric} at {string.Join(" and ", policies.Select(value => Text(value ?? 0)))}, "
                + $"where the settings give {Text(target)}",
        };
    }

    private static string? FirewallProblem(ResourceGraph graph, LoadBalancerSettings settings)
    {
        var acls = graph.OfType(TypeToken.WebAcl).ToList();
        if (acls.Count > 0 != settings.Waf)
            return settings.Waf ? "has no firewall" : $"has the firewall {acls[0].Name}, which the settings don't ask for";

        var limits = acls
            .SelectMany(acl => acl.Paths("rules").Select(rule => acl.Number($"{rule}.statement.rateBasedStatement.limit")))
            .OfType<double>()
            .ToList();
        return !settings.Waf || limits is [var limit] && limit == settings.WafRateLimit
            ? null
            : $"admits {string.Join(" and ", limits.Select(value => Text(value)).DefaultIfEmpty("any number of"))} requests, "
                + $"where wafRateLimit is {Text(settings.WafRateLimit)}";
    }

    private static string? BrokenPromise(ResourceGraph graph, Settled settled)
    {
        foreach (var output in new[] { PromisedTime.NoticeSickServer, PromisedTime.ReplaceSickServer, PromisedTime.AddServer })
        {
            var promised = PromisedTime.Of(settled, output).TotalSeconds;
            if (graph.FindOutput(output) is not double seconds || seconds != promised)
                return $"output {output} is not {Text(promised)}";
        }

        return null;
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
