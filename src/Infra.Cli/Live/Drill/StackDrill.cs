using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Drill.Steps;
using Infra.Cli.Live.Load;
using Infra.Cli.Shell;
using Infra.Cli.Shell.Tools;

namespace Infra.Cli.Live.Drill;

/// <summary>The drill of one stack: found, then run, and accounted for if it is broken off.</summary>
internal sealed class StackDrill : IAsyncDisposable
{
    private readonly string _stack;
    private readonly DrillContext _scene;
    private readonly IReadOnlyList<IDrillStep> _steps;
    private readonly TimeSpan _lastLookWithin;
    private Action<GroupView> _onView = _ => { };

    private StackDrill(
        string stack, GroupOutputs outputs, DrillPlan plan, DrillTools tools, StackCloud cloud, ILoad load, GroupAnswer before)
    {
        _stack = stack;
        _lastLookWithin = tools.LastLookWithin;
        _steps = DrillRunner.Steps(tools.PortProbe);
        _scene = new(outputs, cloud, new(cloud, tools.Time, view => _onView(view)), load, plan)
        {
            Before = before,
            LoadClock = tools.LoadClock,
        };
    }

    /// <summary>Where it takes place.</summary>
    public required DrillPlace Place { get; init; }

    /// <summary>Whether the stack's load balancer is protected against deletion.</summary>
    public required bool IsProtected { get; init; }

    /// <summary>Why a firewall stops the load, and what to do about it; none if it lets it in, or there is no load.</summary>
    public required string? FirewallStops { get; init; }

    public DrillPlan Plan => _scene.Plan;

    public GroupOutputs Outputs => _scene.Outputs;

    public GroupAnswer Before => _scene.Before;

    public int StepCount => _steps.Count;

    /// <summary>Finds the stack on AWS. Nothing is changed by that.</summary>
    /// <exception cref="InvalidUsageException">It can't be found, and why.</exception>
    public static async Task<StackDrill> FindAsync(
        string stack, GroupOutputs outputs, DrillPlan plan, DrillTools tools, CancellationToken cancellation)
    {
        var cloud = new StackCloud(new(tools.Aws, outputs.Region, tools.Time), outputs);
        try
        {
            var identity = await cloud.IdentityAsync(cancellation);
            var group = await cloud.GroupAsync(cancellation);
            var isProtected = await cloud.IsProtectedAsync(cancellation);
            var rate = plan.Rate ?? (outputs.FirewallRateLimit is null || !plan.HasLoad
                ? 0
                : LoadRate.For(await cloud.TrackingPoliciesAsync(cancellation), group.DesiredCapacity));
            return new(stack, outputs, plan, tools, cloud, tools.Load(outputs.Url), group)
            {
                Place = new(identity.Account, identity.Arn, outputs.Region, outputs.GroupName, outputs.Url),
                IsProtected = isProtected,
                FirewallStops = plan.HasLoad ? FirewallLimit.Against(outputs, rate) : null,
            };
        }
        catch (AwsException failure)
        {
            throw new InvalidUsageException(failure.Message);
        }
        catch (ToolMissingException missing)
        {
            throw new InvalidUsageException($"the drill needs the AWS CLI, and {missing.Message}: install it, and give it credentials");
        }
    }

    /// <summary>Runs it.</summary>
    /// <param name="progress">Is told what is about to be tried.</param>
    /// <param name="onView">Is shown the servers each time that they are looked at.</param>
    /// <param name="cancellation">Breaks it off.</param>
    public async Task<DrillReport> RunAsync(IProgress<Claim> progress, Action<GroupView> onView, CancellationToken cancellation)
    {
        _onView = onView;
        return new(_stack, Place, await DrillRunner.RunAsync(_steps, _scene, progress, cancellation));
    }

    /// <summary>What a drill that was broken off leaves behind, a sentence each.</summary>
    public async Task<IReadOnlyList<string>> AftermathAsync()
    {
        string[] broken = _scene.Broken is { } victim
            ? [
                $"{victim} was {(Plan.Terminates ? "terminated" : "marked unhealthy")}, or was about to be: "
                    + "the group replaces it by itself.",
            ]
            : [];
        return ["The drill was broken off, and its load is stopped.", .. broken, await NowAsync()];
    }

    public async ValueTask DisposeAsync()
    {
        _scene.Load.SetRate(0);
        if (_scene.Load is IAsyncDisposable load)
            await load.DisposeAsync();
    }

    private async Task<string> NowAsync()
    {
        using var patience = new CancellationTokenSource(_lastLookWithin);
        try
        {
            var now = await _scene.Cloud.GroupAsync(patience.Token);
            var changes = LeftAsFoundStep.Changes(Before, now);
            return changes.Count == 0
                ? $"The group's settings are as they were: {LeftAsFoundStep.Shown(now)}."
                : $"Of the group, {string.Join(", ", changes)}: the drill never sets these, and scaling takes back what load has added.";
        }
        catch (Exception failure)
            when (failure is AwsException or ToolMissingException or InvalidUsageException or OperationCanceledException)
        {
            return "What the group is like now could not be asked: see 'aws autoscaling describe-auto-scaling-groups "
                + $"--auto-scaling-group-names {Place.Group} --region {Place.Region}'.";
        }
    }
}
