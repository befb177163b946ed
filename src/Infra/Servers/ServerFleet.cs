using System.Collections.Immutable;
using System.Globalization;
using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.AutoScaling.Inputs;

namespace Infra.Servers;

/// <summary>
/// The servers: a group that replaces what fails its health check, follows the load, rolls on a change or when <c>infra roll</c> says so,
/// and never has more than <see cref="Ceiling"/> in service or starting.
/// </summary>
public sealed class ServerFleet : ComponentResource
{
    /// <summary>The customer's limit: never more servers than these in service or starting, whatever the load.</summary>
    public const int Ceiling = 3;

    /// <summary>Makes the servers' role, their launch template, the group and its scaling.</summary>
    /// <exception cref="ArgumentException">The group could grow beyond the ceiling, or its bounds contradict each other.</exception>
    public ServerFleet(string name, ServerFleetArgs args, ComponentResourceOptions? options = null)
        : base("infra:servers:ServerFleet", NameIfBounded(name, args), options)
    {
        var child = new ComponentResourceOptions { Parent = this };

        var role = new ServerRole($"{name}-identity", new()
        {
            SiteBucketArn = (args.Site ?? args.Application)!.BucketArn,
            SiteObjectArn = args.Site?.Arn,
            ApplicationObjectArn = args.Application?.Arn,
            Secrets = args.ApplicationRun?.Secrets ?? [],
            LogGroup = args.LogGroup,
            Account = args.Account,
            PermissionsBoundaryArn = args.PermissionsBoundaryArn,
        }, child);
        var template = new ServerTemplate($"{name}-launch", new()
        {
            ImageId = args.ImageId,
            RootVolumeGiB = args.RootVolumeGiB,
            InstanceType = args.InstanceType,
            SecurityGroupId = args.SecurityGroupId,
            InstanceProfileArn = role.InstanceProfileArn,
            Region = args.Account.Region,
            Site = args.Site,
            Application = args.Application,
            ApplicationRun = args.ApplicationRun,
            LogGroupName = args.LogGroup?.Name,
            Pages = args.Pages,
            HealthCheckPath = args.Timings.HealthCheck.Path,
            Tags = args.Tags,
        }, child);

        var group = new Group($"{name}-group", GroupOf(args, template), OptionsOf(args));
        _ = new ServerScaling($"{name}-scaling", new()
        {
            GroupName = group.Name,
            CpuTarget = args.CpuTarget,
            RequestsPerServer = args.RequestsPerServer,
            LoadBalancerArnSuffix = args.LoadBalancerArnSuffix,
            TargetGroupArnSuffix = args.TargetGroupArnSuffix,
        }, child);

        GroupName = group.Name;
        GroupArn = group.Arn;
        TemplateId = template.TemplateId;
        PreparedVersion = template.Version;
        ProvenVersion = group.LaunchTemplate.Apply(launched => launched!.Version!);
        RollAlarms = Output.All(RollAlarmsOf(args));
        RegisterOutputs(new Dictionary<string, object?> { ["groupName"] = GroupName, ["groupArn"] = GroupArn });
    }

    /// <summary>By which alarms, notifications and operators find the group.</summary>
    public Output<string> GroupName { get; }

    /// <summary>The group's ARN.</summary>
    public Output<string> GroupArn { get; }

    /// <summary>The launch template.</summary>
    public Output<string> TemplateId { get; }

    /// <summary>The newest version of the launch template.</summary>
    public Output<string> PreparedVersion { get; }

    /// <summary>The version that the group launches from, as far as Pulumi's state knows.</summary>
    public Output<string> ProvenVersion { get; }

    /// <summary>The alarms that end a roll when they ring: on errors that visitors get.</summary>
    public Output<ImmutableArray<string>> RollAlarms { get; }

    // The whole of launchTemplate and not its version alone: of a template that was deleted by hand and made again, the group's
    // old version need not exist, and 'infra roll' leads to both. A refresh reads what the roll has set, and what is ignored
    // keeps that: https://www.pulumi.com/docs/iac/concepts/resources/options/ignorechanges/.
    private CustomResourceOptions OptionsOf(ServerFleetArgs args)
    {
        var options = new CustomResourceOptions { Parent = this, DependsOn = args.StartAfter };
        if (args.Rollout == Rollout.Promote)
            options.IgnoreChanges.Add("launchTemplate");
        return options;
    }

    // In the group's own roll a single server leaves before the next one comes, and meanwhile the load balancer answers 503: those are no
    // fault of the new version.
    private static Input<string>[] OwnRollAlarmsOf(ServerFleetArgs args) =>
        args.MinServers == 1 ? [args.ServerErrorsAlarm] : [args.ServerErrorsAlarm, args.LoadBalancerErrorsAlarm];

    private static Input<string>[] RollAlarmsOf(ServerFleetArgs args) =>
        args.Rollout == Rollout.Promote ? [args.ServerErrorsAlarm, args.LoadBalancerErrorsAlarm] : OwnRollAlarmsOf(args);

    // No desired capacity: set to a number, every deployment would take back what scaling has added. AWS starts with the
    // minimum, and from then on the scaling policies alone decide.
    private static GroupArgs GroupOf(ServerFleetArgs args, ServerTemplate template)
    {
        var maintenance = MaintenancePercentages.For(args.MinServers);
        return new()
        {
            MinSize = args.MinServers,
            MaxSize = args.MaxServers,
            VpcZoneIdentifiers = args.SubnetIds,
            TargetGroupArns = args.TargetGroupArn,
            LaunchTemplate = new GroupLaunchTemplateArgs { Id = template.TemplateId, Version = template.Version },

            // ELB, or a server whose web server hangs would stay: by default only the machine itself is watched.
            HealthCheckType = "ELB",
            HealthCheckGracePeriod = Seconds(args.Timings.GracePeriod),
            DefaultInstanceWarmup = Seconds(args.Timings.BootBudget),

            InstanceMaintenancePolicy = new GroupInstanceMaintenancePolicyArgs
            {
                MinHealthyPercentage = maintenance.MinHealthy,
                MaxHealthyPercentage = maintenance.MaxHealthy,
            },
            InstanceRefresh = new GroupInstanceRefreshArgs
            {
                Strategy = "Rolling",

                // Of a zone that is no longer named too: its servers get no requests any more, and their subnet can't go while they are
                // there. By the provider's own name of the property, which Pulumi hands on as it is.
                Triggers = { "vpc_zone_identifier" },
                Preferences = new GroupInstanceRefreshPreferencesArgs
                {
                    MinHealthyPercentage = maintenance.MinHealthy,
                    MaxHealthyPercentage = maintenance.MaxHealthy,
                    CheckpointPercentages = RollCheckpoints.For(args.MaxServers).ToArray(),

                    // A checkpoint waits for the new server in any case; AWS adds an hour unless told otherwise.
                    CheckpointDelay = "0",
                    AutoRollback = true,
                    AlarmSpecification = new GroupInstanceRefreshPreferencesAlarmSpecificationArgs { Alarms = OwnRollAlarmsOf(args) },
                    InstanceWarmup = Text(Seconds(args.Timings.RollWarmup)),
                },
            },

            // Rebalancing between zones launches before it terminates, and may exceed the maximum by a server for that.
            // New servers go to the emptiest zone all the same.
            // https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html
            SuspendedProcesses = "AZRebalance",
            TerminationPolicies = { "OldestLaunchTemplate", "Default" },
            EnabledMetrics =
            {
                Metric.GroupMinSize,
                Metric.GroupMaxSize,
                Metric.GroupDesiredCapacity,
                Metric.GroupInServiceInstances,
                Metric.GroupPendingInstances,
                Metric.GroupStandbyInstances,
                Metric.GroupTerminatingInstances,
                Metric.GroupTotalInstances,
            },

            // Waiting is for 'infra roll'. The provider would also wait when the minimum is changed, for exactly as many servers as its
            // state has, and fail a deployment while scaling adds or removes one:
            // https://github.com/hashicorp/terraform-provider-aws/issues/26230.
            WaitForCapacityTimeout = "0",
            ForceDelete = !args.DeletionProtection,
            Tags = args.Tags.Select(tag => new GroupTagArgs { Key = tag.Key, Value = tag.Value, PropagateAtLaunch = true }).ToArray(),
        };
    }

    // Passes the name on, since the check must come before the base constructor, which registers the component.
    private static string NameIfBounded(string name, ServerFleetArgs args)
    {
        if (args.MaxServers > Ceiling)
        {
            throw new ArgumentException(
                $"{nameof(args.MaxServers)} must be at most {Ceiling}, the customer's limit, got {args.MaxServers}", nameof(args));
        }

        return args.MinServers >= 1 && args.MinServers <= args.MaxServers
            ? name
            : throw new ArgumentException(
                $"{nameof(args.MinServers)} must be from 1 to {nameof(args.MaxServers)} ({args.MaxServers}), got {args.MinServers}",
                nameof(args));
    }

    private static int Seconds(TimeSpan time) => (int)Math.Ceiling(time.TotalSeconds);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
