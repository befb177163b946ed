using System.Globalization;
using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.AutoScaling.Inputs;

namespace Infra.Servers;

/// <summary>
/// The servers: a group that replaces what fails its health check, follows the load, rolls on a change, and never has more
/// than <see cref="Ceiling"/>.
/// </summary>
public sealed class ServerFleet : ComponentResource
{
    /// <summary>The customer's limit: never more servers than these, whatever the load.</summary>
    public const int Ceiling = 3;

    // For AWS to make the group and to launch, before a boot begins; generous, since running out fails the deployment.
    private static readonly TimeSpan LaunchAllowance = TimeSpan.FromMinutes(5);

    /// <summary>Makes the servers' role, their launch template, the group and its scaling.</summary>
    /// <exception cref="ArgumentException">The group could grow beyond the ceiling, or its bounds contradict each other.</exception>
    public ServerFleet(string name, ServerFleetArgs args, ComponentResourceOptions? options = null)
        : base("infra:servers:ServerFleet", NameIfBounded(name, args), options)
    {
        var child = new ComponentResourceOptions { Parent = this };

        var role = new ServerRole($"{name}-identity", new() { SiteObjectArn = args.Site.Arn, Account = args.Account }, child);
        var template = new ServerTemplate($"{name}-launch", new()
        {
            ImageId = args.ImageId,
            RootVolumeGiB = args.RootVolumeGiB,
            InstanceType = args.InstanceType,
            SecurityGroupId = args.SecurityGroupId,
            InstanceProfileArn = role.InstanceProfileArn,
            Region = args.Account.Region,
            Site = args.Site,
            HealthCheckPath = args.Timings.HealthCheck.Path,
            TlsMode = args.TlsMode,
            Tags = args.Tags,
        }, child);

        var group = new Group($"{name}-group", GroupOf(args, template), new() { Parent = this, DependsOn = args.StartAfter });
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
        RegisterOutputs(new Dictionary<string, object?> { ["groupName"] = GroupName, ["groupArn"] = GroupArn });
    }

    /// <summary>By which alarms, notifications and operators find the group.</summary>
    public Output<string> GroupName { get; }

    /// <summary>The group's ARN.</summary>
    public Output<string> GroupArn { get; }

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
                Preferences = new GroupInstanceRefreshPreferencesArgs
                {
                    MinHealthyPercentage = maintenance.MinHealthy,
                    MaxHealthyPercentage = maintenance.MaxHealthy,
                    CheckpointPercentages = RollCheckpoints.For(args.MaxServers).ToArray(),

                    // A checkpoint waits for the new server in any case; AWS adds an hour unless told otherwise.
                    CheckpointDelay = "0",
                    AutoRollback = true,
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

            // The first deployment succeeds when the load balancer finds the minimum healthy, and fails after this time.
            MinElbCapacity = args.MinServers,
            WaitForCapacityTimeout = $"{Text(Seconds(args.Timings.GracePeriod + LaunchAllowance))}s",
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
