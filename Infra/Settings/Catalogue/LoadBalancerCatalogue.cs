using Infra.LoadBalancing;

namespace Infra.Settings.Catalogue;

internal static class LoadBalancerCatalogue
{
    public static ChoiceSetting<TlsMode> TlsMode { get; } = new()
    {
        Key = "tlsMode",
        Default = "offload",
        Choices = [("offload", LoadBalancing.TlsMode.Offload), ("end-to-end", LoadBalancing.TlsMode.EndToEnd)],
        Effect = "Where encryption ends: at the load balancer, or at the server, to which the load balancer then talks HTTPS.",
    };

    public static ChoiceSetting<string> TlsPolicy { get; } = new()
    {
        Key = "tlsPolicy",
        Default = TlsPolicies.Default,
        Choices = [.. TlsPolicies.Allowed.Select(policy => (policy, policy))],
        Effect = "The TLS versions and ciphers that clients may use. Every choice refuses TLS 1.1 and older.",
    };

    public static DurationSetting DeregistrationDelay { get; } = new()
    {
        Key = "deregistrationDelay",
        Default = "30s",
        Minimum = TimeSpan.Zero,
        Maximum = TimeSpan.FromMinutes(2),
        Effect = "How long a server that leaves may finish its requests. Short, since until then it runs beside the one that replaces it.",
    };

    public static BooleanSetting Waf { get; } = new()
    {
        Key = "waf",
        Default = "false",
        Effect = "Puts AWS WAF in front of the load balancer: AWS's common, known-bad-inputs and IP-reputation rules, and a rate limit.",
    };

    public static IntegerSetting WafRateLimit { get; } = new()
    {
        Key = "wafRateLimit",
        Unit = "requests in 5 minutes",
        Default = "2000",
        Minimum = 10,
        Maximum = 2_000_000_000,
        Effect = "Requests in 5 minutes above which WAF blocks the address they come from until it slows down. Only with waf.",
    };

    public static IReadOnlyList<SettingDefinition> All { get; } = [TlsMode, TlsPolicy, DeregistrationDelay, Waf, WafRateLimit];
}
