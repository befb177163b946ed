using Infra.Common;
using Pulumi;

namespace Infra.Networking;

/// <summary>
/// What may be fetched through the S3 gateway endpoint. With no route to the internet this is all of S3 that a server can reach,
/// whatever credentials somebody brings to it.
/// </summary>
public static class S3EndpointPolicy
{
    /// <summary>The policy that admits reading Amazon Linux's packages and the site, and nothing else.</summary>
    /// <param name="account">Where the stack stands.</param>
    /// <param name="siteBucketArn">The bucket that the site is in.</param>
    public static Output<string> Json(AwsAccount account, Input<string> siteBucketArn) => PolicyDocument.Json(
        new PolicyStatement
        {
            Sid = "ReadAmazonLinuxPackages",
            Principals = Anyone,
            Actions = ["s3:GetObject"],
            // The bucket's name, its fixed suffix included, is published in
            // https://docs.aws.amazon.com/emr/latest/ManagementGuide/private-subnet-iampolicy.html.
            Resources = [Output.Format($"arn:{account.Partition}:s3:::al2023-repos-{account.Region}-de612dc2/*")],
        },
        new PolicyStatement
        {
            Sid = "ReadSite",
            Principals = Anyone,
            Actions = ["s3:GetObject", "s3:GetObjectVersion"],
            Resources = [Output.Format($"{siteBucketArn}/*")],
            Conditions = WithinAccount(account),
        },
        new PolicyStatement
        {
            // Else S3 says 403 for an object that is not there, as if it were forbidden.
            Sid = "TellMissingSite",
            Principals = Anyone,
            Actions = ["s3:ListBucket", "s3:ListBucketVersions"],
            Resources = [siteBucketArn],
            Conditions = WithinAccount(account),
        });

    // A bucket's name is free once it is deleted, and anybody may take it. Amazon does not say which account its packages are in.
    private static Dictionary<string, IReadOnlyDictionary<string, Input<string>>> WithinAccount(AwsAccount account) => new()
    {
        ["StringEquals"] = new Dictionary<string, Input<string>>
        {
            ["aws:PrincipalAccount"] = account.Id,
            ["aws:ResourceAccount"] = account.Id,
        },
    };

    // Package managers do not sign their requests, and a gateway endpoint's policy knows no other principal. Naming anyone here
    // grants nothing: the buckets' own policies and the role's still decide.
    private static Dictionary<string, Input<string>> Anyone => new() { ["AWS"] = "*" };
}
