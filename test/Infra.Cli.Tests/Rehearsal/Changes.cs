using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Declared;

namespace Infra.Cli.Tests.Rehearsal;

/// <summary>One declared thing changed.</summary>
internal static class Changes
{
    public static RehearsedStack With(this RehearsedStack stack, Func<DeclaredLoadBalancer, DeclaredLoadBalancer> change) =>
        stack with { LoadBalancer = change(stack.LoadBalancer) };

    public static RehearsedStack WithHttps(this RehearsedStack stack, Func<DeclaredListener, DeclaredListener> change) =>
        stack.With(loadBalancer => loadBalancer.With(listener => listener.IsHttps, change));

    public static RehearsedStack WithHttp(this RehearsedStack stack, Func<DeclaredListener, DeclaredListener> change) =>
        stack.With(loadBalancer => loadBalancer.With(listener => !listener.IsHttps, change));

    public static RehearsedStack WithTargets(this RehearsedStack stack, Func<DeclaredTargetGroup, DeclaredTargetGroup> change) =>
        stack with { TargetGroup = change(stack.TargetGroup) };

    public static RehearsedStack WithGroup(this RehearsedStack stack, Func<DeclaredGroup, DeclaredGroup> change) =>
        stack with { Group = change(stack.Group) };

    public static RehearsedStack WithCheck(this RehearsedStack stack, Func<DeclaredHealthCheck, DeclaredHealthCheck> change) =>
        stack.WithTargets(group => group with { HealthCheck = change(group.HealthCheck) });

    private static DeclaredLoadBalancer With(
        this DeclaredLoadBalancer loadBalancer, Func<DeclaredListener, bool> condition, Func<DeclaredListener, DeclaredListener> change) =>
        loadBalancer with { Listeners = [.. loadBalancer.Listeners.Select(listener => condition(listener) ? change(listener) : listener)] };
}
