using System.Collections.Immutable;
using System.Globalization;
using Infra.Cli.Rehearsal.Group;

namespace Infra.Cli.Rehearsal.Stack;

/// <summary>
/// Writes down what happens, in the same words emulated and simulated. One thread may write at a time; <see cref="Events"/> may be read
/// by any.
/// </summary>
/// <param name="time">AWS's time.</param>
/// <param name="capacity">Counts the servers pending or in service.</param>
internal sealed class StackLog(TimeProvider time, Func<int> capacity)
{
    private volatile ImmutableList<StackEvent> _events = [];

    /// <summary>Everything so far, in order.</summary>
    public IReadOnlyList<StackEvent> Events => _events;

    public void OfGroup(string text) => Add("group", text);

    public void OfBucket(string text) => Add("bucket", text);

    public void OfDrill(string text) => Add("drill", text);

    /// <summary>AWS's clock has waited for this machine.</summary>
    public void Waited(string text) => Add("machine", text);

    public void Broken(string serverId) => Add("server", $"{serverId} refuses connections");

    public void Hung(string serverId) => Add("server", $"{serverId} hangs");

    /// <summary>A server tells something of itself.</summary>
    public void OfServer(string serverId, string text) => Add("server", $"{serverId}: {text}");

    public void LoadSet(double requestsPerSecond) =>
        Add("load balancer", string.Create(CultureInfo.InvariantCulture, $"{requestsPerSecond:0.#} requests a second arrive"));

    /// <summary>The firewall blocks the load, or lets it in again.</summary>
    /// <param name="why">Why it blocks; none if it does not.</param>
    public void Firewall(string? why) => Add("firewall", why is null ? "lets the load in again" : $"blocks the load: {why}");

    /// <summary>Checks have changed a server's state.</summary>
    /// <param name="serverId">Which server's.</param>
    /// <param name="state">To what.</param>
    /// <param name="reason">Why; left out unless given.</param>
    public void Checked(string serverId, TargetState state, string? reason = null)
    {
        var verdict = $"{serverId} is {state.ToString().ToLowerInvariant()}";
        Add("load balancer", reason is null ? verdict : $"{verdict}: {reason}");
    }

    private void Add(string source, string text) => _events = _events.Add(new(time.GetUtcNow(), source, text, capacity()));
}
