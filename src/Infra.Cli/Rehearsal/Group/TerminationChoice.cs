namespace Infra.Cli.Rehearsal.Group;

/// <summary>
/// Which server goes when the group has too many. Balance between the zones comes before the termination policies, here
/// the oldest launch template and then the default one; unhealthy servers bypass both. See
/// https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-termination-policies.html.
/// </summary>
internal static class TerminationChoice
{
    /// <param name="servers">The oldest first; at least one.</param>
    public static Server Among(IEnumerable<Server> servers)
    {
        var candidates = servers.ToList();
        return candidates
            .OrderByDescending(server => server.IsUnhealthy)
            .ThenByDescending(server => candidates.Count(other => other.Zone == server.Zone))
            .ThenBy(server => server.TemplateVersion)
            .First();
    }
}
