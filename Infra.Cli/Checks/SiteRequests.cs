using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks;

/// <summary>What a server asks of S3 for its site.</summary>
internal static class SiteRequests
{
    public static IEnumerable<PolicyRequest> Of(ResourceNode site, ResourceGraph graph)
    {
        var bucket = graph.ByIdOrArn(TypeToken.Bucket, site.Text("bucket"))?.Output("arn") ?? $"arn:aws:s3:::{site.Text("bucket")}";
        Dictionary<string, string> facts = new() { ["aws:RequestedRegion"] = graph.Region };

        // The last is what lets S3 say that an object is not there yet, in place of 403.
        return
        [
            new("s3:GetObject", $"{bucket}/{site.Text("key")}", facts),
            new("s3:GetObjectVersion", $"{bucket}/{site.Text("key")}", facts),
            new("s3:ListBucket", bucket, facts),
        ];
    }
}
