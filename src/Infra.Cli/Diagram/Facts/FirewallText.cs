using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Diagram.Facts;

/// <summary>Puts a web ACL into words.</summary>
internal static partial class FirewallText
{
    // Its rules are not of the stack.
    private const string Existing = "existing web ACL";

    public static Firewall? Of(OneOf one, DeclaredLoadBalancer loadBalancer)
    {
        if (one.AtMostOne("web ACL association", loadBalancer.Inspections) is not { } inspection)
            return null;

        return inspection.WebAcl is { } acl
            ? new([.. acl.Rules.Select(RuleOf)], (one with { Owner = $"web ACL {acl.Name}" }).AtMostOne("logging configuration", acl.Logs))
            : new([Existing], null) { Briefly = [Existing, "existing"] };
    }

    // AWS's managed groups all begin with the same word, and end with one of two that say nothing.
    private static string RuleOf(DeclaredWebAclRule rule) => rule.RateLimit is { } limit
        ? string.Create(CultureInfo.InvariantCulture, $"{limit:N0} requests per address in {rule.WindowSeconds} s")
        : ManagedName().Match(rule.Name).Groups["what"].Value;

    [GeneratedRegex("^(AWSManagedRules)?(?<what>.*?)(RuleSet|List)?$")]
    private static partial Regex ManagedName();
}
