using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.Checks;

/// <summary>Stacks as the offline cloud records them, by what they are for.</summary>
internal static class RecordedStacks
{
    public static Task<ResourceGraph> Dev() => Graphs.Of("dev");

    public static Task<ResourceGraph> Prod() => Graphs.Of("prod");

    /// <summary>prod with NAT gateways, which no committed stack has.</summary>
    public static Task<ResourceGraph> Nat() => Graphs.Of("prod", "egress=nat");

    /// <summary>prod for visitors of one network only.</summary>
    public static Task<ResourceGraph> Closed() => Graphs.Of("prod", """allowedCidrs=["203.0.113.0/24"]""", "ipv6=false");

    /// <summary>prod with an application beside its site, and secrets of both services.</summary>
    public static Task<ResourceGraph> Application() => Graphs.Of(
        "prod", "egress=endpoints", "siteDirectory=site", "applicationDirectory=application", "applicationCommand=./run",
        "applicationSecrets=[\"DB=arn:aws:ssm:eu-west-1:111122223333:parameter/web/db\","
        + "\"KEY=arn:aws:secretsmanager:eu-west-1:111122223333:secret:key-AbCdEf\"]");

    /// <summary>prod with an application that answers everything.</summary>
    public static Task<ResourceGraph> ApplicationAlone() =>
        Graphs.Of("prod", "egress=endpoints", "applicationDirectory=application", "applicationCommand=./run");

    /// <summary>prod with servers that take a changed site while they run.</summary>
    public static Task<ResourceGraph> Live() => Graphs.Of("prod", "contentUpdates=live");

    /// <summary>prod as a file may have it, of which two inputs of the HTTPS listener and two of the load balancer are not known.</summary>
    public static async Task<ResourceGraph> Open() => (await Prod())
        .Set("web-https", "certificateArn", UnknownValue.Instance)
        .Set("web-https", "routingHttpResponseServerEnabled", UnknownValue.Instance)
        .Set("web-alb", "dropInvalidHeaderFields", UnknownValue.Hidden)
        .Set("web-alb", "internal", UnknownValue.Instance)
        .AsRead();

    /// <summary>prod with a boundary of its roles.</summary>
    public static Task<ResourceGraph> Bounded() => Graphs.Of("prod", "permissionsBoundary=infra-prod-boundary");
}
