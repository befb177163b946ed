using System.IO.Enumeration;
using System.Text.Json;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Plan.StackFiles;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Docs;

/// <summary>A recorded stack, and the policies that <c>infra roles</c> prints for it in the account of the recording.</summary>
internal sealed class DeployRole
{
    public const string Dev = "dev";
    public const string Prod = "prod";

    /// <summary>dev with a NAT gateway.</summary>
    public const string Nat = "dev with NAT";

    /// <summary>A project of another name, in another partition, with all that a stack can have.</summary>
    public const string Shop = "shop in GovCloud";

    /// <summary>The same in China, where EC2 has another name.</summary>
    public const string China = "shop in China";

    /// <summary>prod with an application that has secrets of both services, and sends its output.</summary>
    public const string Application = "prod with an application";

    private const string ShopStack =
        """
        config:
          aws:region: us-gov-west-1
          zones: [us-gov-west-1a, us-gov-west-1b]
          domainName: shop.example.com
          hostedZoneId: Z0SHOP
          egress: nat-per-zone
          ipv6: true
          allowedCidrs: ["0.0.0.0/0", "::/0"]
          waf: true
          permissionsBoundary: team/shop-boundary

        """;

    // In one stack called as the policies that the role may write, so that only a denial keeps it.
    private const string Boundary = "permissionsBoundary=infra-boundary";
    private const string WritableBoundary = "permissionsBoundary=fleet-identity-policy-boundary";

    private static readonly string[] OfAnApplication =
    [
        "egress=endpoints", "siteDirectory=site", "applicationDirectory=application", "applicationCommand=./run",
        "applicationSecrets=[\"DB=arn:aws:ssm:eu-west-1:111122223333:parameter/web/db\","
        + "\"KEY=arn:aws:secretsmanager:eu-west-1:111122223333:secret:key-AbCdEf\"]",
    ];

    private static readonly string[] Trusts = ["trust-deploy", "trust-preview"];

    private static readonly Dictionary<string, DeployRole> Known = [];

    private readonly JsonElement _printed;

    private DeployRole(ResourceGraph graph, JsonElement printed, string partition)
    {
        (Graph, _printed, Partition) = (graph, printed, partition);
        Policies = [.. printed.EnumerateObject().Select(property => property.Name).Except(["roles", "boundary", .. Trusts])];
        Statements = StatementsOf(Policies);
    }

    public static IReadOnlyList<string> All { get; } = [Dev, Prod, Nat, Application, Shop, China];

    /// <summary>The recorded calls of each resource type: how they were recorded is in <c>docs/deploy-role.md</c>.</summary>
    public static IReadOnlyDictionary<string, string[]> Recorded { get; } = Map("provider-calls");

    /// <summary>
    /// The calls of what no recording has, from the provider's source: <c>ec2_eip.go</c> and <c>vpc_nat_gateway.go</c> in
    /// https://github.com/hashicorp/terraform-provider-aws/tree/main/internal/service/ec2.
    /// </summary>
    public static IReadOnlyDictionary<string, string[]> NatCalls { get; } = new Dictionary<string, string[]>
    {
        [TypeToken.Eip] =
        [
            "ec2:AllocateAddress", "ec2:DescribeAddresses", "ec2:DescribeAddressesAttribute", "ec2:DisassociateAddress",
            "ec2:ReleaseAddress",
        ],
        [TypeToken.NatGateway] = ["ec2:CreateNatGateway", "ec2:DeleteNatGateway", "ec2:DescribeNatGateways"],
    };

    /// <summary>Actions that no call needs, by the reason that they are allowed for.</summary>
    public static IReadOnlyDictionary<string, string[]> Further { get; } = Map("further-actions");

    public ResourceGraph Graph { get; }

    public string Partition { get; }

    public bool HasNat => Graph.OfType(TypeToken.NatGateway).Any();

    /// <summary>The calls of every resource type that the stack can have.</summary>
    public IReadOnlyDictionary<string, string[]> Calls =>
        Recorded.Concat(HasNat ? NatCalls : []).ToDictionary(type => type.Key, type => type.Value);

    /// <summary>The names of the managed policies' documents.</summary>
    public IReadOnlyList<string> Policies { get; }

    /// <summary>The statements of all of them.</summary>
    public IReadOnlyList<RoleStatement> Statements { get; }

    public static async Task<DeployRole> Of(string name)
    {
        if (!Known.TryGetValue(name, out var role))
        {
            var graph = await RecordAsync(name);
            Known[name] = role = new(graph, await PrintAsync(graph), Infra.Common.Partition.Of(graph.Region).Name);
        }

        return role;
    }

    /// <summary>Whether a value is of a pattern with <c>*</c> and <c>?</c>.</summary>
    public static bool Matches(string pattern, string value) => FileSystemName.MatchesSimpleExpression(pattern, value, ignoreCase: false);

    public static string[] Texts(JsonElement oneOrMore) => oneOrMore.ValueKind == JsonValueKind.Array
        ? [.. oneOrMore.EnumerateArray().Select(item => item.GetString()!)]
        : [oneOrMore.GetString()!];

    /// <summary>The policy that is the boundary of the stack's own roles.</summary>
    public string BoundaryArn => $"arn:{Partition}:iam::{Synthetic.AccountId}:policy/{Graph.Configuration[BoundaryKey].Text}";

    private string BoundaryKey => $"{Graph.ProjectName}:permissionsBoundary";

    /// <summary>A document as it is printed.</summary>
    public JsonElement Document(string name) => _printed.GetProperty(name);

    /// <summary>The statements of some documents.</summary>
    public IReadOnlyList<RoleStatement> StatementsOf(params IEnumerable<string> documents) =>
        [.. documents.SelectMany(name => Document(name).GetProperty("Statement").EnumerateArray().Select(Read))];

    /// <summary>The ARN of a resource.</summary>
    public static string Arn(ResourceNode node) => node.Output("arn") ?? node.Output("dashboardArn") ?? $"no ARN: {node}";

    /// <summary>Whether an action only looks.</summary>
    public static bool IsRead(string action) =>
        action.Split(':')[1] is var name && (name.StartsWith("Get", StringComparison.Ordinal)
            || name.StartsWith("List", StringComparison.Ordinal) || name.StartsWith("Describe", StringComparison.Ordinal));

    /// <summary>The service that a role trusts.</summary>
    public static string TrustedService(ResourceNode role) => JsonDocument.Parse(role.Text("assumeRolePolicy")!).RootElement
        .GetProperty("Statement")[0].GetProperty("Principal").GetProperty("Service").GetString()!;

    private static async Task<ResourceGraph> RecordAsync(string name)
    {
        if (name is not (Shop or China))
        {
            return name switch
            {
                Nat => await Graphs.Of(Dev, "egress=nat", WritableBoundary),
                Application => await Graphs.Of(Prod, [Boundary, .. OfAnApplication]),
                _ => await Graphs.Of(name, Boundary),
            };
        }

        var stack = name == China ? ShopStack.Replace("us-gov-west-1", "cn-north-1", StringComparison.Ordinal) : ShopStack;
        using var project = new TemporaryProject().With("Pulumi.yaml", "name: shop\nruntime: dotnet\n").With("Pulumi.live.yaml", stack);
        return await OfflineRun.RunAsync(ProjectFiles.Read(project.Root, "live", []));
    }

    // Of files with what the recording was made from, wherever that was.
    private static async Task<JsonElement> PrintAsync(ResourceGraph graph)
    {
        var settings = graph.Configuration.Select(entry => $"  {entry.Key}: {JsonSerializer.Serialize(entry.Value.Text)}\n");
        using var project = new TemporaryProject()
            .With("application/run", "#!/bin/sh\n")
            .With("Pulumi.yaml", $"name: {graph.ProjectName}\nruntime: dotnet\n")
            .With($"Pulumi.{graph.StackName}.yaml", $"config:\n{string.Concat(settings)}");
        var run = await Invocation.Of(
            project.Root, "roles", graph.StackName, "--account", Synthetic.AccountId, "--repository", "octo-org/octo-repo",
            "--state-bucket", "octo-state", "--state-key", "1234abcd-12ab-34cd-56ef-1234567890ab");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        return JsonDocument.Parse(run.Out).RootElement;
    }

    private static RoleStatement Read(JsonElement statement) => new(
        statement.GetProperty("Sid").GetString()!,
        statement.GetProperty("Effect").GetString() == "Allow",
        Texts(statement.GetProperty("Action")),
        statement.TryGetProperty("Resource", out var resource) ? Texts(resource) : [],
        statement.TryGetProperty("Condition", out var condition) ? condition : default);

    private static Dictionary<string, string[]> Map(string name) => JsonSerializer.Deserialize<Dictionary<string, string[]>>(
        File.ReadAllText(Path.Combine(Repository.Root, "test", "Infra.Cli.Tests", "Docs", $"{name}.json")))!;
}
