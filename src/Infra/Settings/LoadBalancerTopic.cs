using Infra.LoadBalancing;
using Infra.Settings.Kinds;
using Infra.Settings.Reading;

namespace Infra.Settings;

internal static class LoadBalancerTopic
{
    public static SettingArea Area { get; } = new("Load balancer");

    public static ChoiceSetting<TlsMode> TlsMode { get; } = Area.Add(new ChoiceSetting<TlsMode>
    {
        Key = "tlsMode",
        Default = "offload",
        Choices = [("offload", LoadBalancing.TlsMode.Offload), ("end-to-end", LoadBalancing.TlsMode.EndToEnd)],
        Effect = "Where encryption ends: at the load balancer, or at the server, to which the load balancer then talks HTTPS.",
        WhenChanged = new() { Replaces = ["target group"], Interrupts = "all requests, for deregistrationDelay and a health check" },
    });

    public static ChoiceSetting<string> TlsPolicy { get; } = Area.Add(new ChoiceSetting<string>
    {
        Key = "tlsPolicy",
        Default = TlsPolicies.Default,
        Choices = [.. TlsPolicies.Allowed.Select(policy => (policy, policy))],
        Effect = "The TLS versions and ciphers that clients may use. Every choice refuses TLS 1.1 and older.",
        WhenChanged = LiveChange.InPlace,
    });

    public static DurationSetting DeregistrationDelay { get; } = Area.Add(new DurationSetting
    {
        Key = "deregistrationDelay",
        Default = "30s",
        Minimum = TimeSpan.Zero,
        Maximum = TimeSpan.FromMinutes(2),
        Effect = "How long a server that leaves may finish its requests. Short, since until then it runs beside the one that replaces it.",
        WhenChanged = LiveChange.InPlace,
    });

    public static BooleanSetting Waf { get; } = Area.Add(new BooleanSetting
    {
        Key = "waf",
        Default = "false",
        Effect = "Puts AWS WAF in front of the load balancer: AWS's common, known-bad-inputs and IP-reputation rules, and a rate limit.",
        WhenChanged = LiveChange.InPlace,
    });

    public static IntegerSetting WafRateLimit { get; } = Area.Add(new IntegerSetting
    {
        Key = "wafRateLimit",
        Unit = "requests in 5 minutes",
        Default = "2000",
        Minimum = 10,
        Maximum = 2_000_000_000,
        Effect = "Requests in 5 minutes above which WAF blocks the address they come from until it slows down. Only with waf.",
        WhenChanged = LiveChange.InPlace,
    });

    public static LoadBalancerSettings Read(SettingsReader reader) => new()
    {
        TlsMode = reader.Value(TlsMode),
        TlsPolicy = reader.Value(TlsPolicy),
        DeregistrationDelay = reader.Value(DeregistrationDelay),
        Waf = reader.Value(Waf),
        WafRateLimit = reader.Value(WafRateLimit),
    };

    public static void Check(LoadBalancerSettings loadBalancer, ProblemList problems)
    {
        // Pulumi fills defaults in before the program sees them, so a limit that equals the default can't be told from none.
        var limit = problems.TypedAt(WafRateLimit);
        if (problems.AreRead(Waf, WafRateLimit) && !loadBalancer.Waf && limit != WafRateLimit.Default)
        {
            problems.Add(WafRateLimit, $"must stay unset while {problems.NameOf(Waf)} is false", limit,
                $"set {problems.NameOf(Waf)} to true, or remove it");
        }
    }
}

/// <summary>What stands between the internet and the servers.</summary>
public sealed record LoadBalancerSettings
{
    /// <summary>Where encryption ends. By default at the load balancer.</summary>
    public required TlsMode TlsMode { get; init; }

    /// <summary>One of <see cref="TlsPolicies.Allowed"/>; <see cref="TlsPolicies.Default"/> by default.</summary>
    public required string TlsPolicy { get; init; }

    /// <summary>How long a server that leaves may finish its requests: 0 seconds to 2 minutes, 30 seconds by default.</summary>
    public required TimeSpan DeregistrationDelay { get; init; }

    /// <summary>Whether AWS WAF stands before the load balancer. By default it does not.</summary>
    public required bool Waf { get; init; }

    /// <summary>
    /// The requests in 5 minutes above which WAF blocks an address: 10 to 2,000,000,000, and 2,000 by default. No effect without
    /// <see cref="Waf"/>.
    /// </summary>
    public required int WafRateLimit { get; init; }
}
