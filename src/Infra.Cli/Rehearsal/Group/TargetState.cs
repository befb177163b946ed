namespace Infra.Cli.Rehearsal.Group;

/// <summary>
/// What a load balancer thinks of a server. See
/// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html.
/// </summary>
internal enum TargetState
{
    /// <summary>Registered, and no check has decided yet.</summary>
    Initial,

    Healthy,

    Unhealthy,

    /// <summary>Deregistered: no new requests, those under way may finish.</summary>
    Draining,
}
