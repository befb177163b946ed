using Infra.Cli.Cost.Prices;

namespace Infra.Cli.Cost;

/// <summary>AWS WAF: the web ACL, its rules, and the requests that it inspects.</summary>
internal static class FirewallCost
{
    public static IEnumerable<CostLine> Lines(StackPricing stack)
    {
        var acls = stack.Declared.WebAcls;
        if (acls.Count == 0)
            yield break;

        // A managed group counts as one rule, however many it has inside.
        var rules = acls.Sum(acl => acl.Rules.Count);
        yield return stack.Line("Firewall", "", PriceItem.WebAcl, acls.Count);
        yield return stack.Line("Firewall, rules", "", PriceItem.WebAclRule, rules);
        yield return stack.Line("Firewall, requests", "", PriceItem.WebAclRequests, stack.Usage.MillionRequests);
    }
}
