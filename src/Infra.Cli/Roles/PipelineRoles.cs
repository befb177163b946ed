using System.Text.Json.Nodes;
using Infra.Common;

namespace Infra.Cli.Roles;

/// <summary>The two roles of a stack's pipelines, and what they are made of.</summary>
/// <param name="Roles">The roles.</param>
/// <param name="Boundary">The policy that is the boundary of the roles which the stack makes, by its name and path.</param>
/// <param name="Documents">The documents of all of it.</param>
internal sealed record PipelineRoles(IReadOnlyList<PipelineRole> Roles, string Boundary, IReadOnlyList<RoleDocument> Documents)
{
    // What documents get besides, where the stack has it.
    private static readonly (string Document, string Addition, Func<StackFacts, bool> IsWanted)[] Additions =
    [
        (RoleDocument.Network, "nat", stack => stack.HasNat),
        (RoleDocument.Data, "output", stack => stack.SendsOutput),
        (RoleDocument.Boundary, "boundary-output", stack => stack.SendsOutput),
    ];

    private const string AwsFolder = "/aws/service/";

    public static PipelineRoles Of(StackFacts stack, AccountFacts account)
    {
        string[] policies =
        [
            RoleDocument.Read, RoleDocument.Network, RoleDocument.Servers, RoleDocument.Identity, RoleDocument.Data,
            RoleDocument.Limits,
            .. stack.Site is null ? Array.Empty<string>() : [RoleDocument.Dns],
        ];
        var names = stack.Names;
        var values = Values(stack, account);
        string[] documents = [RoleDocument.TrustDeploy, RoleDocument.TrustPreview, RoleDocument.Boundary, .. policies];
        return new(
            [
                new(names.Deploy, RoleDocument.TrustDeploy, policies.ToDictionary(names.Policy)),
                new(names.Preview, RoleDocument.TrustPreview, new Dictionary<string, string>
                {
                    [names.Policy(RoleDocument.Read)] = RoleDocument.Read,
                }),
            ],
            stack.Boundary!,
            [.. documents.Select(name => new RoleDocument(name, Document(name, stack, values)))]);
    }

    private static JsonObject Document(string name, StackFacts stack, IReadOnlyDictionary<string, string> values)
    {
        var document = PolicyTemplate.Fill(name, values);
        foreach (var (_, addition, _) in Additions.Where(addition => addition.Document == name && addition.IsWanted(stack)))
        {
            foreach (var statement in Statements(PolicyTemplate.Fill(addition, values)))
                Statements(document).Add(statement!.DeepClone());
        }

        if (name == RoleDocument.Boundary)
        {
            foreach (var statement in SecretBoundary.Of(stack.Secrets, values))
                Statements(document).Add(statement);
        }

        return document;
    }

    private static JsonArray Statements(JsonObject document) => document["Statement"]!.AsArray();

    private static Dictionary<string, string> Values(StackFacts stack, AccountFacts account)
    {
        var partition = Partition.Of(stack.Region);
        var values = new Dictionary<string, string>
        {
            ["<partition>"] = partition.Name,
            ["<ec2>"] = partition.Ec2Principal,
            ["<region>"] = stack.Region,
            ["<account>"] = account.Account,
            ["<project>"] = stack.Project,
            ["<environment>"] = stack.Stack,
            ["<repository>"] = account.Repository,
            ["<image>"] = Image(stack, account),
            ["<boundary>"] = $"arn:{partition.Name}:iam::{account.Account}:policy/{stack.Boundary}",
            // Any pull request can run what it likes in a job without an environment, or in one that nobody reviews.
            ["<previewed>"] = stack.IsProtected ? $"environment:{RoleNames.PreviewEnvironment(stack.Stack)}" : "pull_request",
            ["<state-bucket>"] = account.StateBucket,
            ["<state-key>"] = account.StateKey.StartsWith("arn:", StringComparison.Ordinal)
                ? account.StateKey
                : $"arn:{partition.Name}:kms:{stack.Region}:{account.Account}:key/{account.StateKey}",
        };
        if (stack.Site is { } site)
        {
            values["<domain>"] = site.DomainName;
            values["<zone>"] = site.HostedZoneId;
        }

        return values;
    }

    // AWS's own parameters are in no account, and by another processor it is another of the same folder. A version or a label behind a
    // colon is no part of the ARN.
    private static string Image(StackFacts stack, AccountFacts account) => stack.ImageParameter switch
    {
        null => $":parameter{AwsFolder}ami-amazon-linux-latest/*",
        var name when name.StartsWith(AwsFolder, StringComparison.Ordinal) =>
            $":parameter{string.Join('/', name.Split('/').Take(4))}/*",
        var name => $"{account.Account}:parameter/{name.Split(':')[0].TrimStart('/')}",
    };
}
