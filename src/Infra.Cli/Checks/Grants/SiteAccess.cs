using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Grants;

/// <summary>What a server asks of S3 for the sites that a stack uploads.</summary>
internal static class SiteAccess
{
    public static IEnumerable<AccessRequest> Of(ResourceGraph graph) =>
        from site in graph.OfType(TypeToken.BucketObject)
        let arn = site.Output("arn")
        let bucket = arn.Split('/')[0]
        let account = OwnAccount.In(graph)
        from request in new[]
        {
            AccessRequest.OfAnybody("s3:GetObject", arn),
            AccessRequest.OfAnybody("s3:GetObjectVersion", arn),
            // Or a site that is not there yet is "forbidden", which the boot does not wait for.
            AccessRequest.OfAnybody("s3:ListBucket", bucket),
            AccessRequest.OfAnybody("s3:ListBucketVersions", bucket),
        }
        select request.With("aws:PrincipalAccount", account).With("aws:ResourceAccount", account);
}
