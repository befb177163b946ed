using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Declared;

/// <summary>Something that AWS records in CloudWatch Logs, or that servers write there.</summary>
/// <param name="Days">How long records are kept; none when they go elsewhere than to a log group of the stack, or stay forever.</param>
internal sealed record DeclaredLog(string Name, int? Days) : INamed
{
    private static readonly (string Type, string Input)[] Destinations =
        [(TypeToken.FlowLog, "logDestination"), (TypeToken.WebAclLoggingConfiguration, "logDestinationConfigs.0")];

    public static DeclaredLog Of(ResourceGraph graph, ResourceNode source, string destination) =>
        new(source.Name, DaysOf(graph.ByIdOrArn(TypeToken.LogGroup, source.Text(destination))));

    public static DeclaredLog Of(ResourceNode group) => new(group.Name, DaysOf(group));

    /// <summary>The log groups that AWS records nothing in.</summary>
    public static IEnumerable<ResourceNode> GroupsOfServers(ResourceGraph graph) => graph.OfType(TypeToken.LogGroup).Except(
        from destination in Destinations
        from source in graph.OfType(destination.Type)
        let @group = graph.ByIdOrArn(TypeToken.LogGroup, source.Text(destination.Input))
        where @group is not null
        select @group);

    private static int? DaysOf(ResourceNode? group) => group?.Number("retentionInDays") is > 0 and var days ? (int)days : null;
}

/// <summary>Logs that AWS puts into a bucket.</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Days">After how many days they expire; none when they stay forever.</param>
/// <param name="NoncurrentDays">For how long a versioned bucket keeps what has expired.</param>
internal sealed record DeclaredBucketLogs(string Bucket, int? Days, int NoncurrentDays)
{
    /// <summary>The inputs by which a load balancer has them, one for each kind.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["accessLogs", "connectionLogs", "healthCheckLogs"];

    /// <summary>The logs of a load balancer; none when they are not enabled.</summary>
    public static DeclaredBucketLogs? Of(ResourceGraph graph, ResourceNode loadBalancer, string kind)
    {
        if (!loadBalancer.IsTrue($"{kind}.enabled"))
            return null;

        var bucket = loadBalancer.Need($"{kind}.bucket");
        var lifecycles = graph.OfType(TypeToken.BucketLifecycleConfiguration).Where(lifecycle => lifecycle.Text("bucket") == bucket);
        var rules = new OneOf($"bucket {bucket}", "S3").AtMostOne("lifecycle configuration", [.. lifecycles]);
        return new(
            bucket,
            (int?)rules?.Number("rules.0.expiration.days"),
            (int?)rules?.Number("rules.0.noncurrentVersionExpiration.noncurrentDays") ?? 0);
    }
}
