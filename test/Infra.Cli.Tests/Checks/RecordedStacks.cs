using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Plan.StackFiles;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Checks;

/// <summary>Stacks as the offline cloud records them, each run once.</summary>
internal static class RecordedStacks
{
    private static readonly Dictionary<string, ResourceGraph> Known = [];

    public static Task<ResourceGraph> Dev() => Of("dev");

    public static Task<ResourceGraph> Prod() => Of("prod");

    /// <summary>prod with NAT gateways, which no committed stack has.</summary>
    public static Task<ResourceGraph> Nat() => Of("prod", "egress=nat");

    /// <summary>prod for visitors of one network only.</summary>
    public static Task<ResourceGraph> Closed() => Of("prod", """allowedCidrs=["203.0.113.0/24"]""", "ipv6=false");

    /// <summary>prod with an application beside its site, and secrets of both services.</summary>
    public static Task<ResourceGraph> Application() => Of(
        "prod", "egress=endpoints", "siteDirectory=site", "applicationDirectory=application", "applicationCommand=./run",
        "applicationSecrets=[\"DB=arn:aws:ssm:eu-west-1:111122223333:parameter/web/db\","
        + "\"KEY=arn:aws:secretsmanager:eu-west-1:111122223333:secret:key-AbCdEf\"]");

    /// <summary>prod with servers that take a changed site while they run.</summary>
    public static Task<ResourceGraph> Live() => Of("prod", "contentUpdates=live");

    /// <summary>prod with a boundary of its roles.</summary>
    public static Task<ResourceGraph> Bounded() => Of("prod", "permissionsBoundary=infra-prod-boundary");

    public static async Task<ResourceGraph> Of(string stack, params string[] overrides)
    {
        var key = string.Join(' ', [stack, .. overrides]);
        if (!Known.TryGetValue(key, out var graph))
            Known[key] = graph = await OfflineRun.RunAsync(ProjectFiles.Read(Reference.Root, stack, overrides));

        return graph;
    }
}
