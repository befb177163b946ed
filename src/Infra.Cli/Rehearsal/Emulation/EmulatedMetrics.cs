using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.LoadBalancing;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Rehearsal.Emulation;

/// <summary>
/// What CloudWatch would have of the servers. Requests are counted; processor load is worked out of them, since a laptop's nginx is
/// never as busy as a small server's.
/// </summary>
internal sealed class EmulatedMetrics(Targets targets, ServerModel model)
{
    private readonly Dictionary<string, long> _before = [];
    private long _since = TimeProvider.System.GetTimestamp();

    /// <summary>The minute of AWS's time that is over now.</summary>
    public IReadOnlyList<ServerMinute> TakeMinute(IEnumerable<Server> servers)
    {
        var now = TimeProvider.System.GetTimestamp();
        var seconds = TimeProvider.System.GetElapsedTime(_since, now).TotalSeconds;
        _since = now;
        return [.. servers.Select(server => MinuteOf(server, seconds))];
    }

    // On an accelerated clock a minute has fewer requests; at the rate that they come, a whole one would have these.
    private ServerMinute MinuteOf(Server server, double seconds)
    {
        var requests = targets.RequestsOf(server.Id);
        var perSecond = (requests - _before.GetValueOrDefault(server.Id)) / seconds;
        _before[server.Id] = requests;
        var perMinute = perSecond * 60;
        return new(server.Id, model.CpuAt(perSecond), perMinute, server.Fault == VersionFault.Errors ? perMinute : 0);
    }
}
