using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Diagram.Facts;

/// <summary>Reads the web ACL of a load balancer.</summary>
internal static partial class FirewallReader
{
    public static Firewall? Read(ResourceGraph graph, ResourceNode loadBalancer)
    {
        var arn = graph.OfType(TypeToken.WebAclAssociation)
            .FirstOrDefault(association => association.Text("resourceArn") == loadBalancer.Output("arn"))?
            .Need("webAclArn");
        if (graph.ByIdOrArn(arn) is not { } webAcl)
            return null;

        var log = graph.OfType(TypeToken.WebAclLoggingConfiguration)
            .FirstOrDefault(logging => logging.Text("resourceArn") == arn)?
            .Text("logDestinationConfigs.0");
        var rules = Enumerable.Range(0, webAcl.Items("rules").Length)
            .Select(index => $"rules.{index}")
            .OrderBy(rule => webAcl.Number($"{rule}.priority"));
        return new([.. rules.Select(rule => RuleOf(webAcl, rule))], graph.ByIdOrArn(log)?.Days("retentionInDays"));
    }

    // AWS's managed groups all begin with the same word, and end with one of two that say nothing.
    private static string RuleOf(ResourceNode webAcl, string rule)
    {
        var rate = $"{rule}.statement.rateBasedStatement";
        if (webAcl.Number($"{rate}.limit") is { } limit)
        {
            var window = webAcl.Need($"{rate}.evaluationWindowSec");
            return string.Create(CultureInfo.InvariantCulture, $"{limit:N0} requests per address in {window} s");
        }

        return ManagedName().Match(webAcl.Need($"{rule}.name")).Groups["what"].Value;
    }

    [GeneratedRegex("^(AWSManagedRules)?(?<what>.*?)(RuleSet|List)?$")]
    private static partial Regex ManagedName();
}
