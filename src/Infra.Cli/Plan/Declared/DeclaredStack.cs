using Infra.Cli.Plan.Graph;
using Infra.Site;

namespace Infra.Cli.Plan.Declared;

/// <summary>
/// What a stack declares, in AWS's terms: the one reading of its graph. There is as much of everything as the stack has, none included;
/// each thing is read when somebody first asks for it.
/// </summary>
internal sealed class DeclaredStack(ResourceGraph graph)
{
    public string ProjectName => graph.ProjectName;

    public string StackName => graph.StackName;

    public string Region => graph.Region;

    public IReadOnlyList<DeclaredVpc> Vpcs => field ??= NetworkReader.Vpcs(graph);

    public IReadOnlyList<DeclaredSubnet> Subnets => field ??= NetworkReader.Subnets(graph);

    public IReadOnlyList<DeclaredNatGateway> NatGateways => field ??= NetworkReader.NatGateways(graph);

    public IReadOnlyList<DeclaredEndpoint> Endpoints => field ??= NetworkReader.Endpoints(graph);

    public IReadOnlyList<DeclaredLog> FlowLogs =>
        field ??= [.. graph.OfType(TypeToken.FlowLog).Select(log => DeclaredLog.Of(graph, log, "logDestination"))];

    /// <summary>The log groups that servers write to themselves: those that AWS records nothing in.</summary>
    public IReadOnlyList<DeclaredLog> ServerLogs =>
        field ??= [.. DeclaredLog.GroupsOfServers(graph).Select(DeclaredLog.Of)];

    public IReadOnlyList<DeclaredLoadBalancer> LoadBalancers => field ??= LoadBalancerReader.Read(graph);

    public IReadOnlyList<DeclaredGroup> Groups => field ??= GroupReader.Read(graph);

    /// <summary>Whom security groups admit.</summary>
    public IReadOnlyList<DeclaredIngress> IngressOf(IReadOnlyList<string> securityGroups) =>
        LoadBalancerReader.IngressOf(graph, securityGroups);

    /// <summary>Whom the network ACL of a subnet admits by TCP; none when the stack gives it no ACL, so that the VPC's own holds.</summary>
    public IReadOnlyList<DeclaredIngress>? AclIngressOf(DeclaredSubnet subnet) => AclIngress.Of(graph, subnet.Node);

    public IReadOnlyList<DeclaredWebAcl> WebAcls =>
        field ??= [.. graph.OfType(TypeToken.WebAcl).Select(acl => DeclaredWebAcl.Of(graph, acl))];

    public IReadOnlyList<DeclaredSite> Sites => field ??= [.. Uploads.Where(upload => upload.Key != SiteBundle.ApplicationKey)];

    public IReadOnlyList<DeclaredSite> Applications => field ??= [.. Uploads.Where(upload => upload.Key == SiteBundle.ApplicationKey)];

    private IReadOnlyList<DeclaredSite> Uploads => field ??= [.. graph.OfType(TypeToken.BucketObject).Select(DeclaredSite.Of)];

    public IReadOnlyList<DeclaredTopic> Topics =>
        field ??= [.. graph.OfType(TypeToken.Topic).Select(topic => DeclaredTopic.Of(graph, topic))];

    public int DashboardCount => graph.OfType(TypeToken.Dashboard).Count();

    /// <summary>
    /// How long things take by the stack's outputs; none if an output is missing. A plan that has no outputs yet promises what its settings
    /// give.
    /// </summary>
    public DeclaredExpectations? Expected =>
        PromisedTime.Of(graph, PromisedTime.NoticeSickServer) is { } notice
        && PromisedTime.Of(graph, PromisedTime.ReplaceSickServer) is { } replace
        && PromisedTime.Of(graph, PromisedTime.AddServer) is { } add
            ? new(notice, replace, add)
            : null;
}

/// <summary>What the stack's outputs promise.</summary>
/// <param name="NoticeSickServer">The longest until a server that stops answering gets no more requests.</param>
/// <param name="ReplaceSickServer">The longest until the replacement of a server that stops answering gets requests.</param>
/// <param name="AddServer">The longest until one more server gets requests after the load has risen above the target.</param>
internal sealed record DeclaredExpectations(TimeSpan NoticeSickServer, TimeSpan ReplaceSickServer, TimeSpan AddServer);
