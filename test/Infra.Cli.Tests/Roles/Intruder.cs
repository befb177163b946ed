using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Tests.Docs;

namespace Infra.Cli.Tests.Roles;

/// <summary>The words in which the table of <see cref="Intrusions"/> is written, for the stack whose role was taken over.</summary>
internal sealed class Intruder(DeployRole role)
{
    private const string StateKeyId = "1234abcd-12ab-34cd-56ef-1234567890ab";

    /// <summary>Tags as they are on what is the stack's own.</summary>
    public IReadOnlyDictionary<string, string> Ours => Tags(role.Graph.ProjectName, role.Graph.StackName);

    /// <summary>Those of another environment of the project.</summary>
    public IReadOnlyDictionary<string, string> Prods => Tags(role.Graph.ProjectName, "other");

    /// <summary>Those of another team.</summary>
    public IReadOnlyDictionary<string, string> Teams => Tags("shared", role.Graph.StackName);

    /// <summary>No tags: whoever made it gave none.</summary>
    public IReadOnlyDictionary<string, string> Untagged { get; } = new Dictionary<string, string>();

    /// <summary>Those of the state's key.</summary>
    public IReadOnlyDictionary<string, string> States => new DeploymentRequests(role).StatesTags;

    /// <summary>The project.</summary>
    public string Project => role.Graph.ProjectName;

    /// <summary>The stack.</summary>
    public string Stack => role.Graph.StackName;

    /// <summary>The region of the stack.</summary>
    public string Region => role.Graph.Region;

    /// <summary>The policy that the roles of the stack have as their boundary.</summary>
    public string Boundary => role.BoundaryArn;

    /// <summary>The key of the secrets in the stack's state.</summary>
    public string StateKey => Arn("kms", $"key/{StateKeyId}");

    /// <summary>The key of another stack's state.</summary>
    public string OtherStateKey => Arn("kms", "key/99999999-12ab-34cd-56ef-1234567890ab");

    /// <summary>A role as the stack makes them.</summary>
    public string ServersRole => DeployRole.Arn(role.Graph.OfType(TypeToken.Role).First());

    /// <summary>The policy of AWS that allows everything.</summary>
    public string Administrator => $"arn:{role.Partition}:iam::aws:policy/AdministratorAccess";

    /// <summary>The ARN of something in the account and region of the stack.</summary>
    public string Arn(string service, string resource) => ArnIn(role.Graph.Region, service, resource);

    /// <summary>The same in another region.</summary>
    public string Elsewhere(string service, string resource) => ArnIn("ca-west-1", service, resource);

    /// <summary>The ARN of something of IAM.</summary>
    public string Iam(string resource) => $"arn:{role.Partition}:iam::{Synthetic.AccountId}:{resource}";

    /// <summary>The ARN of a bucket, or of an object in one.</summary>
    public string S3(string name) => $"arn:{role.Partition}:s3:::{name}";

    /// <summary>A step of the deploying role.</summary>
    public (Actor By, IamRequest Asked) Deploys(
        string action, string arn, IReadOnlyDictionary<string, string>? on = null, IReadOnlyDictionary<string, string>? giving = null,
        params (string Key, string Value)[] context) => (Actor.Deploy, Ask(action, arn, on, giving, context));

    /// <summary>A step of the reading role.</summary>
    public (Actor By, IamRequest Asked) Reads(string action, string arn) => (Actor.Preview, Ask(action, arn, null, null));

    /// <summary>A step with a role that the attacker has made and given every right.</summary>
    public (Actor By, IamRequest Asked) AsMade(string action, string arn) => (Actor.Made, Ask(action, arn, null, null));

    private static Dictionary<string, string> Tags(string project, string stack) =>
        new() { ["Project"] = project, ["Environment"] = stack };

    private static string ArnIn(string region, string partition, string service, string resource) =>
        $"arn:{partition}:{service}:{region}:{Synthetic.AccountId}:{resource}";

    private string ArnIn(string region, string service, string resource) => ArnIn(region, role.Partition, service, resource);

    // In the region that the ARN names, if it names one.
    private IamRequest Ask(
        string action, string arn, IReadOnlyDictionary<string, string>? on, IReadOnlyDictionary<string, string>? giving,
        params (string Key, string Value)[] context)
    {
        var region = arn.Split(':') is [_, _, _, { Length: > 0 } named, ..] ? named : role.Graph.Region;
        var request = new IamRequest(action, arn).With("aws:RequestedRegion", region).On(on ?? Untagged).Giving(giving ?? Untagged);
        return context.Aggregate(request, (asked, entry) => asked.With(entry.Key, entry.Value));
    }
}
