using Infra.Cli.Live.Load;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Shell;

namespace Infra.Cli.Rehearsal.Declared;

/// <summary>
/// What a stack declares of its behaviour. A rehearsal runs on this and on nothing else: what is not declared does not happen.
/// </summary>
internal sealed record RehearsedStack
{
    public required string StackName { get; init; }

    /// <summary>With one HTTPS listener, and one for plain HTTP at most.</summary>
    public required DeclaredLoadBalancer LoadBalancer { get; init; }

    public required DeclaredTargetGroup TargetGroup { get; init; }

    public required DeclaredGroup Group { get; init; }

    public required DeclaredServer Server { get; init; }

    public required DeclaredExpectations Expected { get; init; }

    /// <summary>What its firewall lets one address do; none where it has none.</summary>
    public IReadOnlyList<AddressLimit> AddressLimits =>
    [
        .. from inspection in LoadBalancer.Inspections
           from rule in inspection.WebAcl?.Rules ?? []
           let most = rule.OnlyCounts ? null : rule.RateLimit
           where most is not null
           select new AddressLimit(most.Value, TimeSpan.FromSeconds(rule.WindowSeconds)),
    ];

    /// <summary>The one of each thing that a rehearsal runs.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="rootDirectory">The project's directory, for the site's files.</param>
    /// <exception cref="InvalidUsageException">The stack lacks one, has several, or has one that can't be rehearsed.</exception>
    public static RehearsedStack Of(DeclaredStack stack, string rootDirectory)
    {
        var one = new OneOf($"stack {stack.StackName}", "a rehearsal");
        var loadBalancer = one.Only("load balancer", stack.LoadBalancers);
        var group = one.Only("Auto Scaling group", stack.Groups);
        var ofGroup = one with { Owner = $"Auto Scaling group {group.Name}" };
        var targetGroup = ofGroup.Only("target group", group.TargetGroups);
        RequireListeners(one, loadBalancer.Listeners, targetGroup);
        RequirePolicies(group);
        return new()
        {
            StackName = stack.StackName,
            LoadBalancer = loadBalancer,
            TargetGroup = targetGroup,
            Group = group,
            Server = ServerReader.Read(
                group.LaunchTemplate ?? throw ofGroup.None("launch template"),
                targetGroup,
                one,
                stack,
                rootDirectory),
            Expected = stack.Expected ?? throw new InvalidUsageException(
                $"stack {stack.StackName} must have the outputs secondsToNoticeSickServer, secondsToReplaceSickServer and "
                + "secondsToAddServer, numbers, to measure a rehearsal against"),
        };
    }

    private static void RequireListeners(OneOf one, IReadOnlyList<DeclaredListener> listeners, DeclaredTargetGroup targetGroup)
    {
        one.Only("HTTPS listener", [.. listeners.Where(listener => listener.IsHttps)]);
        one.AtMostOne("HTTP listener", [.. listeners.Where(listener => !listener.IsHttps)]);
        foreach (var listener in listeners.Where(listener => listener.Redirect is null))
        {
            if (listener.Action != "forward")
            {
                throw new InvalidUsageException(
                    $"listener {listener.Name} must forward or redirect to be rehearsed, got the action {listener.Action}");
            }

            if (listener.TargetGroup != targetGroup)
            {
                throw new InvalidUsageException(
                    $"listener {listener.Name} must forward to target group {targetGroup.Name}, where the servers are, to be rehearsed");
            }
        }
    }

    private static void RequirePolicies(DeclaredGroup group)
    {
        if (group.OtherPolicies.Concat(group.Tracking.Select(policy => policy.OtherMetric).OfType<string>()).FirstOrDefault() is { } other)
        {
            throw new InvalidUsageException(
                $"Auto Scaling group {group.Name} must track the average CPU or the requests per target to be rehearsed, got {other}");
        }
    }
}
