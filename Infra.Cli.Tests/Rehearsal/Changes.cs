using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Tests.Rehearsal;

/// <summary>One declared thing changed.</summary>
internal static class Changes
{
    public static DeclaredStack With(this DeclaredStack stack, Func<DeclaredLoadBalancer, DeclaredLoadBalancer> change) =>
        stack with { LoadBalancer = change(stack.LoadBalancer) };

    public static DeclaredStack WithHttps(this DeclaredStack stack, Func<DeclaredListener, DeclaredListener> change) =>
        stack.With(loadBalancer => loadBalancer with { Https = change(loadBalancer.Https) });

    public static DeclaredStack WithHttp(this DeclaredStack stack, Func<DeclaredListener, DeclaredListener> change) =>
        stack.With(loadBalancer => loadBalancer with { Http = change(loadBalancer.Http!) });

    public static DeclaredStack WithTargets(this DeclaredStack stack, Func<DeclaredTargetGroup, DeclaredTargetGroup> change) =>
        stack with { TargetGroup = change(stack.TargetGroup) };

    public static DeclaredStack WithGroup(this DeclaredStack stack, Func<DeclaredGroup, DeclaredGroup> change) =>
        stack with { Group = change(stack.Group) };

    public static DeclaredStack WithCheck(this DeclaredStack stack, Func<DeclaredHealthCheck, DeclaredHealthCheck> change) =>
        stack.WithTargets(group => group with { HealthCheck = change(group.HealthCheck) });
}
