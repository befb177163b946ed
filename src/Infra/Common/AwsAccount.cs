using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Common;

/// <summary>Where a stack stands: what ARNs, service names and service principals are made of.</summary>
/// <param name="Id">The account's twelve digits.</param>
/// <param name="Partition">The partition: <c>aws</c>, <c>aws-cn</c>, <c>aws-us-gov</c> or <c>aws-eusc</c>.</param>
/// <param name="Region">The region, e.g. <c>eu-west-1</c>.</param>
public sealed record AwsAccount(Input<string> Id, Input<string> Partition, string Region)
{
    /// <summary>The account of the credentials that the program runs with.</summary>
    /// <param name="region">The region of the provider.</param>
    /// <param name="lookups">How AWS is asked; by the default provider unless set.</param>
    public static AwsAccount Current(string region, InvokeOptions? lookups = null) => new(
        Aws.GetCallerIdentity.Invoke(null, lookups).Apply(identity => identity.AccountId),
        Aws.GetPartition.Invoke(null, lookups).Apply(partition => partition.Partition),
        region);

    /// <summary>
    /// An ARN in this account and region. See
    /// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html.
    /// </summary>
    /// <param name="service">The service's namespace, e.g. <c>logs</c>.</param>
    /// <param name="resource">The part behind the account, e.g. <c>log-group:*</c>.</param>
    public Output<string> Arn(string service, string resource) =>
        Output.Format($"arn:{Partition}:{service}:{Region}:{Id}:{resource}");

    /// <summary>The ARN of a global IAM resource of this account, e.g. <c>role/path/name</c>.</summary>
    public Output<string> IamArn(string resource) => Output.Format($"arn:{Partition}:iam::{Id}:{resource}");
}
