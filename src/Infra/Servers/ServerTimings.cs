using Infra.LoadBalancing;

namespace Infra.Servers;

/// <summary>The times that decide how fast a sick server is noticed and replaced.</summary>
public sealed record ServerTimings
{
    /// <summary>How the load balancer checks servers.</summary>
    public required HealthCheck HealthCheck { get; init; }

    /// <summary>The longest that a server may take from its launch until it can answer.</summary>
    public required TimeSpan BootBudget { get; init; }

    /// <summary>How long a server that leaves may finish its requests. It keeps running meanwhile.</summary>
    public required TimeSpan DeregistrationDelay { get; init; }

    /// <summary>
    /// How long the group leaves a new server alone: the boot budget, and the checks that an answering server then needs to
    /// count as healthy. Any less, and the group would replace servers that are still starting, for ever.
    /// </summary>
    public TimeSpan GracePeriod => BootBudget + HealthCheck.ToHealthy;

    // For AWS to notice that the next one's turn has come, and to start and to shut down machines.
    private static readonly TimeSpan Allowance = TimeSpan.FromMinutes(5);

    /// <summary>The longest that it may take to replace so many servers, one after another.</summary>
    public TimeSpan RollWithin(int servers) => (DeregistrationDelay + GracePeriod + Allowance) * servers;

    /// <summary>
    /// How long a roll leaves a new server in service before it takes the next old one, beside the load balancer's word that it is
    /// healthy, for which AWS waits in any case. Not 0: a server is in service before the target group lists it and has asked it.
    /// </summary>
    /// <remarks>See https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-refresh-overview.html.</remarks>
    public TimeSpan RollWarmup => HealthCheck.ToHealthy;
}
