using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Declared;

/// <summary>A web ACL of AWS WAF.</summary>
/// <param name="Rules">In the order in which they are tried.</param>
/// <param name="Logs">Where it logs requests.</param>
internal sealed record DeclaredWebAcl(string Name, IReadOnlyList<DeclaredWebAclRule> Rules, IReadOnlyList<DeclaredLog> Logs) : INamed
{
    public static DeclaredWebAcl Of(ResourceGraph graph, ResourceNode acl) => new(
        acl.Name,
        [.. acl.Paths("rules").OrderBy(rule => acl.Number($"{rule}.priority")).Select(rule => DeclaredWebAclRule.Of(acl, rule))],
        [
            .. graph.OfType(TypeToken.WebAclLoggingConfiguration)
                .Where(logging => logging.Text("resourceArn") == acl.Output("arn"))
                .Select(logging => DeclaredLog.Of(graph, logging, "logDestinationConfigs.0")),
        ]);
}

/// <summary>A rule of a web ACL.</summary>
/// <param name="RateLimit">The requests of one address that it lets through in the window; none when it limits no rate.</param>
/// <param name="OnlyCounts">Whether it lets through what it finds.</param>
internal sealed record DeclaredWebAclRule(string Name, double? RateLimit, double WindowSeconds, bool OnlyCounts)
{
    // https://docs.aws.amazon.com/waf/latest/APIReference/API_RateBasedStatement.html
    private const double DefaultWindowSeconds = 300;

    public static DeclaredWebAclRule Of(ResourceNode acl, string rule)
    {
        var rate = $"{rule}.statement.rateBasedStatement";
        return new(
            acl.Need($"{rule}.name"),
            acl.Number($"{rate}.limit"),
            acl.Number($"{rate}.evaluationWindowSec") ?? DefaultWindowSeconds,
            acl.Has($"{rule}.action.count"));
    }
}
