using System.Globalization;
using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Load;

namespace Infra.Cli.Live.Drill;

/// <summary>What a firewall's limit for one address means for a load that comes from one.</summary>
internal static class FirewallLimit
{
    // That of AWS's rate-based rules unless set:
    // https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based-high-level-settings.html.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(300);

    /// <summary>Why the firewall stops a load from here, and what to do about it; none if it lets it in.</summary>
    /// <param name="outputs">The stack's.</param>
    /// <param name="rate">The load, in requests a second.</param>
    public static string? Against(GroupOutputs outputs, double rate)
    {
        if (outputs.FirewallRateLimit is not { } most)
            return null;

        var limit = new AddressLimit(most, Window);
        if (!limit.Stops(rate))
            return null;

        var sent = limit.FromEach(rate);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"the firewall blocks an address that makes more than {most:N0} requests in 5 min, and {rate:0} a second are "
            + $"{sent:N0}: for the drill, set infra:wafRateLimit to more than that and deploy, or send the load from as many "
            + $"addresses as it takes ({Math.Ceiling(sent / most):N0}), or leave it out with --no-load");
    }
}
