using Infra.Cli.Checks.Grants;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Common;

namespace Infra.Cli.Checks.Controls;

/// <summary>What goes through the endpoints: what a server needs, and nothing for whoever took one.</summary>
internal static class EndpointPolicyControls
{
    private static readonly Subjects ForS3 = Subjects.OfType(TypeToken.VpcEndpoint, "endpoint for S3").Where(endpoint =>
        endpoint.Has("policy") && endpoint.Text("vpcEndpointType") is null or "Gateway");

    public static ControlArea Area { get; } = new("Endpoint policies",
    [
        new("exit-s3-policy", Severity.Critical, "The endpoint for S3 lets servers read the site and Amazon Linux's packages.")
        {
            Requirements = ["R6"],
            On = ForS3,
            Problem = NotLetThrough,
            Mend = "allow s3:GetObject on the site's bucket and on al2023-repos-REGION-de612dc2, and s3:GetObjectVersion "
                + "and s3:ListBucket on the former",
        },
        new("exit-s3-own", Severity.High,
            "Through the endpoint for S3 nothing is written, and only packages and the site are read: by the account, from its bucket.")
        {
            Requirements = ["R1"],
            On = ForS3,
            Problem = LetThrough,
            Mend = "name the two buckets, and for the site aws:PrincipalAccount and aws:ResourceAccount",
        },
        new("exit-endpoint-own", Severity.High, "Each interface endpoint serves the account's identities, and nobody else's.")
        {
            Requirements = ["R1"],
            On = Subjects.OfType(TypeToken.VpcEndpoint, "interface endpoint")
                .Where(endpoint => endpoint.Text("vpcEndpointType") == "Interface"),
            Problem = ServesOthers,
            Mend = "give it a policy that allows what the servers' role may, if aws:PrincipalAccount is the account",
        },
    ]);

    private static string? NotLetThrough(ResourceNode endpoint, ResourceGraph graph)
    {
        var statements = DeclaredStatement.Of(endpoint, "policy");
        return SiteAccess.Of(graph).Append(Packages(graph, "s3:GetObject"))
            .Where(request => !PolicyDecision.Allows(statements, request))
            .Select(request => $"refuses {request.Action} on {request.Resource}")
            .FirstOrDefault();
    }

    private static string? LetThrough(ResourceNode endpoint, ResourceGraph graph)
    {
        var statements = DeclaredStatement.Of(endpoint, "policy");
        var elsewhere = $"arn:{Partition.Of(graph.Region).Name}:s3:::bucket-of-a-stranger";
        var asked = SiteAccess.Of(graph).ToList();
        (string Who, AccessRequest Request)[] strange =
        [
            .. asked.Select(request => ("another account's identity", request.With("aws:PrincipalAccount", OwnAccount.Stranger))),
            .. asked.Select(request => ("for a bucket of another account", request.With("aws:ResourceAccount", OwnAccount.Stranger))),
            .. asked.Select(request => ("to write", request with { Action = "s3:PutObject" })),
            .. asked.Select(request => ("for another bucket", request with
            {
                Resource = request.Resource.Contains('/') ? $"{elsewhere}/key" : elsewhere,
            })),
            ("to write", Packages(graph, "s3:PutObject")),
        ];
        return strange.Where(one => PolicyDecision.MayAllow(statements, one.Request))
            .Select(one => $"lets {one.Request.Action} through, {one.Who}: {one.Request.Resource}")
            .FirstOrDefault();
    }

    private static string? ServesOthers(ResourceNode endpoint, ResourceGraph graph)
    {
        if (!endpoint.Has("policy"))
            return "has no policy, and serves the credentials of every account";

        var statements = DeclaredStatement.Of(endpoint, "policy");
        var service = $"{endpoint.Text("serviceName")}".Split('.')[^1];
        var wanted = SessionManagerActions.ByService.GetValueOrDefault(service) ?? [];
        var unsigned = wanted.Concat(statements.SelectMany(statement => statement.Actions))
            .Select(action => AccessRequest.OfAnybody(action, "*"))
            .Concat(
                from statement in statements
                from action in statement.Actions
                from resource in statement.Resources
                select AccessRequest.OfAnybody(action, resource))
            .ToList();
        if (unsigned.Take(wanted.Count).Select(request => By(request, OwnAccount.In(graph)))
            .FirstOrDefault(request => !PolicyDecision.Allows(statements, request)) is { } refused)
        {
            return $"refuses the servers {refused.Action}";
        }

        if (unsigned.FirstOrDefault(request => PolicyDecision.MayAllow(statements, By(request, OwnAccount.Stranger))) is { } strange)
            return $"serves the credentials of other accounts: {strange.Action}";
        return unsigned.FirstOrDefault(request => PolicyDecision.MayAllow(statements, request)) is { } anonymous
            ? $"serves requests that nobody signed: {anonymous.Action}"
            : null;

        static AccessRequest By(AccessRequest request, string account) => request.With("aws:PrincipalAccount", account);
    }

    // Not signed, as package managers ask.
    private static AccessRequest Packages(ResourceGraph graph, string action) =>
        AccessRequest.OfAnybody(action, $"arn:{Partition.Of(graph.Region).Name}:s3:::al2023-repos-{graph.Region}-de612dc2/core/repodata");
}
