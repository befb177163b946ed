using Infra.Cli.Diff.Resources;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Diff.Effects;

/// <summary>Who notices what becomes of a resource, beside a roll.</summary>
internal static class Interruption
{
    // What is made anew before the former one goes, and nobody holds on to.
    private static readonly HashSet<string> Exchanged =
        [TypeToken.Certificate, TypeToken.CertificateValidation, TypeToken.PrivateKey, TypeToken.SelfSignedCert, TypeToken.LaunchTemplate];

    /// <summary>Who; nobody in most cases.</summary>
    public static Break? Of(NodeDiff diff, GraphDiff all)
    {
        var node = diff.Node;
        var who = diff.Change switch
        {
            Change.Deleted => OfDeletion(node),
            Change.Replaced => OfReplacement(diff),
            Change.Changed when node.Type == TypeToken.SecurityGroup => "what comes and goes by its former rules",
            _ => null,
        };
        return who is null ? null : new(node.Name, diff.Change.ToString().ToLowerInvariant(), who)
        {
            For = diff.Change == Change.Replaced && node.Type == TypeToken.TargetGroup ? Moving(all) : null,
        };
    }

    private static string? OfDeletion(ResourceNode node) => node.Type switch
    {
        TypeToken.NatGateway => "what servers ask of the internet",
        TypeToken.VpcEndpoint => "sessions, and what servers ask of AWS by it",
        TypeToken.Subnet => "requests to servers in it, until they are replaced",
        TypeToken.DnsRecord when IsName(node) => "visitors who look it up",
        TypeToken.Listener => "visitors of its port",
        TypeToken.LoadBalancer or TypeToken.TargetGroup or TypeToken.AutoScalingGroup => "all requests",
        _ => null,
    };

    private static string? OfReplacement(NodeDiff diff) => diff.Node.Type switch
    {
        TypeToken.TargetGroup => "all requests, for deregistrationDelay and a health check",
        TypeToken.DnsRecord when !IsName(diff.Node) => null,
        TypeToken.DnsRecord when diff.Properties.Any(property => property.Input == "zoneId") =>
            "visitors, unless the new zone is the one that answers for the name",
        TypeToken.DnsRecord => "visitors of the former name",
        TypeToken.TopicSubscription => "e-mails, until the new address confirms",
        TypeToken.Vpc => "everything",
        TypeToken.LoadBalancer => "everything: it gets another name and other addresses",
        TypeToken.Listener => "visitors of its port, until the new one is there",
        TypeToken.AutoScalingGroup => "all requests, until the new group's servers are ready",
        TypeToken.Subnet => "requests to servers in it, until they are replaced",
        TypeToken.Bucket => "what is in it, which the new one has not",
        TypeToken.LogGroup => "what is logged in it, which the new one has not",
        TypeToken.NetworkAclRule => "what it lets in or out, until the new one is there",
        _ when Exchanged.Contains(diff.Node.Type) => null,
        _ => "who needs it, until the new one is there",
    };

    // One that leads to the load balancer. By the others ACM believes the name, and nobody else looks them up.
    private static bool IsName(ResourceNode record) => record.Has("aliases");

    // The former servers drain, and those of the new target group must get healthy.
    private static TimeSpan? Moving(GraphDiff diff)
    {
        var group = diff.After.OfType(TypeToken.TargetGroup).FirstOrDefault();
        return group?.Number("deregistrationDelay") is { } delay
            && group.Number("healthCheck.interval") is { } interval
            && group.Number("healthCheck.healthyThreshold") is { } threshold
            ? TimeSpan.FromSeconds(delay + (interval * threshold))
            : null;
    }
}
