using System.Globalization;

namespace Infra.Cli.Rehearsal.LoadBalancing;

/// <summary>
/// The header field <c>X-Amzn-Trace-Id</c>. See
/// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-request-tracing.html.
/// </summary>
internal static class TraceId
{
    public const string HeaderName = "X-Amzn-Trace-Id";

    private const int IdBytes = 12;

    /// <summary>What the server gets: a new root, or the client's trace with this hop in front of it.</summary>
    /// <param name="received">What the client sent; empty if nothing.</param>
    /// <param name="now">In AWS's time.</param>
    public static string For(string? received, DateTimeOffset now)
    {
        Span<byte> random = stackalloc byte[IdBytes];
        Random.Shared.NextBytes(random);
        var id = string.Create(CultureInfo.InvariantCulture, $"1-{now.ToUnixTimeSeconds():x8}-{Convert.ToHexStringLower(random)}");
        if (string.IsNullOrEmpty(received))
            return $"Root={id}";

        var kept = received.Split(';').Where(field => !field.StartsWith("Self=", StringComparison.Ordinal));
        return string.Join(';', kept.Prepend($"Self={id}"));
    }
}
