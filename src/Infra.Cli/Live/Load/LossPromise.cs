using System.Globalization;
using Infra.Cli.Live.Claims;
using Infra.Servers;

namespace Infra.Cli.Live.Load;

/// <summary>How many requests may fail at most while servers fail, and for how long.</summary>
/// <param name="Sick">The servers that fail.</param>
/// <param name="Servers">The servers that get requests.</param>
/// <param name="For">How long.</param>
internal sealed record LossPromise(int Sick, int Servers, TimeSpan For)
{
    /// <summary>What a server that fails without warning costs: its share until it is noticed, or all until another is there.</summary>
    /// <param name="sick">The servers that fail.</param>
    /// <param name="servers">The servers that get requests.</param>
    /// <param name="noticed">The longest until a sick server is noticed.</param>
    /// <param name="replaced">The longest until it is replaced.</param>
    public static LossPromise Of(int sick, int servers, TimeSpan noticed, TimeSpan replaced) =>
        new(sick, servers, sick < servers ? noticed : replaced);

    /// <summary>E.g. <c>at most 1 of 2 requests fails, for at most 25 s</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Sick < Servers ? $"at most {Sick} of {Servers} requests {(Sick == 1 ? "fails" : "fail")}," : "requests fail")} ")
        + $"for at most {ExpectedTimes.Text(For)}";

    /// <summary>Whether it was kept.</summary>
    /// <param name="loss">What was lost.</param>
    /// <param name="slack">How much longer it may take here.</param>
    public Finding Judge(Loss loss, TimeSpan slack = default) => loss.Requests.Sent == 0
        ? loss.Requests.NoneFailed

        // The first and the last of a time in turn may both be those that fail.
        : Finding.Of(loss.For <= For + slack && loss.While.Failed <= (loss.While.Sent * Sick / Servers) + Sick, loss.Shown);
}
