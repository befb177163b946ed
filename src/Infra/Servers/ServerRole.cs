using Infra.Applications;
using Infra.Common;
using Pulumi;
using Pulumi.Aws.Iam;

namespace Infra.Servers;

/// <summary>What a server may do: fetch the site, and be reached through Session Manager. Nothing else.</summary>
internal sealed class ServerRole : ComponentResource
{
    /// <summary>Makes the role, its policy and the instance profile.</summary>
    public ServerRole(string name, ServerRoleArgs args, ComponentResourceOptions? options = null)
        : base("infra:servers:ServerRole", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };

        var role = new Role($"{name}-role", new()
        {
            Description = "Web servers: read the site, talk to Session Manager",
            AssumeRolePolicy = PolicyDocument.TrustOf(Partition.Of(args.Account.Region).Ec2Principal),
            PermissionsBoundary = args.PermissionsBoundaryArn,
        }, child);

        var policy = new Policy($"{name}-policy", new()
        {
            Description = "Read the site's object; the actions that Session Manager cannot do without",
            PolicyDocument = PolicyDocument.Json(
                [
                    ReadSite(args), TellMissingSite(args), UseSessionManager(args),
                    .. SecretStatements.For(args.Secrets, args.Account),
                    .. WriteLogs(args.LogGroup),
                ]),
        }, child);

        var attachment = new RolePolicyAttachment($"{name}-policy-attachment", new()
        {
            Role = role.Name,
            PolicyArn = policy.Arn,
        }, child);

        // Whoever uses the profile waits for the policy: a server that boots without it cannot fetch the site.
        var profile = new InstanceProfile(
            $"{name}-profile", new() { Role = role.Name }, new() { Parent = this, DependsOn = { attachment } });

        InstanceProfileArn = profile.Arn;
        RegisterOutputs(new Dictionary<string, object?> { ["instanceProfileArn"] = InstanceProfileArn });
    }

    /// <summary>The ARN of the instance profile that carries the role; known when the role can do all it may.</summary>
    public Output<string> InstanceProfileArn { get; }

    private static PolicyStatement ReadSite(ServerRoleArgs args) => new()
    {
        Sid = "ReadSite",
        Actions = ["s3:GetObject", "s3:GetObjectVersion"],
        Resources = [.. new[] { args.SiteObjectArn, args.ApplicationObjectArn }.OfType<Input<string>>()],
    };

    // Whoever may not list a bucket hears 403 instead of 404 for what is not there, and a boot that waits for the site could not tell
    // it from a right that is missing. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
    private static PolicyStatement TellMissingSite(ServerRoleArgs args) => new()
    {
        Sid = "TellMissingSite",
        Actions = ["s3:ListBucket", "s3:ListBucketVersions"],
        Resources = [args.SiteBucketArn],
    };

    private static IEnumerable<PolicyStatement> WriteLogs(ApplicationLogGroup? group) => group is null
        ? []
        : [new() { Sid = "WriteLogs", Actions = ApplicationLogGroup.Actions, Resources = [group.Streams] }];

    // The actions take no resource but "*"; the region is what can be narrowed.
    private static PolicyStatement UseSessionManager(ServerRoleArgs args) => new()
    {
        Sid = "UseSessionManager",
        Actions = SessionManagerActions.All,
        Resources = ["*"],
        Conditions = new Dictionary<string, IReadOnlyDictionary<string, Input<string>>>
        {
            ["StringEquals"] = new Dictionary<string, Input<string>> { ["aws:RequestedRegion"] = args.Account.Region },
        },
    };
}
