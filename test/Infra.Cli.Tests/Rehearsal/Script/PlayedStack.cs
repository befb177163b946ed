using System.Globalization;
using Infra.Cli.Live.Load;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Rehearsal.Timeline;

namespace Infra.Cli.Tests.Rehearsal.Script;

/// <summary>
/// A stack that plays what a test wrote down, whatever is done to it: <c>1+ 1+; 1+ 2p rolling, 1x 2+</c> has two acts. The second begins
/// when something is done, and has two moments, a minute apart. The last moment of an act stays.
/// </summary>
/// <remarks>
/// A server is its version and how it is: <c>+</c> healthy, <c>-</c> unhealthy, <c>p</c> pending, <c>x</c> leaving; in zone-a, or with a
/// <c>b</c> behind in zone-b. The first is i-1. The other words are <c>rolling</c>, <c>back</c>, and <c>want=2</c>, the desired capacity.
/// </remarks>
internal sealed class PlayedStack(string play) : IRunningStack
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan BetweenMoments = TimeSpan.FromMinutes(1);

    private readonly Queue<string> _acts = new(play.Split("; ").Skip(1));
    private readonly List<StackEvent> _events = [];
    private readonly List<string> _calls = [];
    private readonly List<(TimeSpan AtMost, TimeSpan? Took)> _waits = [];
    private string[] _moments = play.Split("; ")[0].Split(", ");
    private DateTimeOffset _began = Start;
    private DateTimeOffset _now = Start;

    public StackView View => Of(_moments[Math.Min(Moment, _moments.Length - 1)]);

    public IReadOnlyList<StackEvent> Events => _events;

    /// <summary>What has been done to it, e.g. <c>break i-1</c>.</summary>
    public IReadOnlyList<string> Calls => _calls;

    /// <summary>How long was waited at most, each time, and how long it took; none where it was in vain.</summary>
    public IReadOnlyList<(TimeSpan AtMost, TimeSpan? Took)> Waits => _waits;

    public int HighestCapacity => View.Capacity;

    public int MostRunning => View.Servers.Count;

    /// <summary>Of those that were sent, one a second.</summary>
    public LoadCounts Share { get; init; } = new(Sent: 1, Failed: 0, Slow: 0);

    public LoadCounts Requests
    {
        get
        {
            var seconds = (long)(_now - Start).TotalSeconds;
            return new(Share.Sent * seconds, Share.Failed * seconds, Share.Slow * seconds, Share.Blocked * seconds);
        }
    }

    public TimelineRecorder Recorder => throw new NotSupportedException();

    private int Moment => (int)((_now - _began) / BetweenMoments);

    public void Note(string text) => _events.Add(new(_now, "drill", text, View.Capacity));

    public void Break(string serverId) => Do($"break {serverId}");

    public void Hang(string serverId) => Do($"hang {serverId}");

    public void SetLoad(double requestsPerSecond) => Do(string.Create(CultureInfo.InvariantCulture, $"load {requestsPerSecond}"));

    public void Roll(VersionFault fault = VersionFault.None) => Do($"roll {fault}");

    public void LoseZone(string zone) => Do($"lose {zone}");

    public void RestoreZone(string zone) => _calls.Add($"restore {zone}");

    public Task<bool> UntilAsync(Predicate<StackView> condition, TimeSpan atMost, CancellationToken cancellation)
    {
        var (asked, deadline) = (_now, _now + atMost);
        var isMet = condition(View);
        while (!isMet && _now < deadline)
        {
            var next = _began + (BetweenMoments * (Moment + 1));
            _now = next < deadline ? next : deadline;
            isMet = condition(View);
        }

        _waits.Add((atMost, isMet ? _now - asked : null));
        return Task.FromResult(isMet);
    }

    public Task PassAsync(TimeSpan time, CancellationToken cancellation)
    {
        _now += time;
        return Task.CompletedTask;
    }

    private static ServerView ServerOf(string text, int index)
    {
        var (lifecycle, health) = text[1] switch
        {
            '+' => (LifecycleState.InService, TargetState.Healthy),
            '-' => (LifecycleState.InService, TargetState.Unhealthy),
            'p' => (LifecycleState.Pending, TargetState.Initial),
            'x' => (LifecycleState.Terminating, TargetState.Draining),
            _ => throw new ArgumentException($"no server: {text}"),
        };
        return new($"i-{index + 1}", text.EndsWith('b') ? "zone-b" : "zone-a", text[0] - '0', lifecycle, health, Start);
    }

    private StackView Of(string moment)
    {
        var words = moment.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToLookup(word => char.IsAsciiDigit(word[0]));
        List<ServerView> servers = [.. words[true].Select(ServerOf)];
        var wanted = words[false].FirstOrDefault(word => word.StartsWith("want=", StringComparison.Ordinal));
        return new()
        {
            Time = _now,
            MinSize = 1,
            MaxSize = 3,
            DesiredCapacity = wanted is null ? servers.Count : wanted[^1] - '0',
            IsRolling = words[false].Contains("rolling"),
            IsGoingBack = words[false].Contains("back"),
            Servers = servers,
            LostZones = [],
            Cpu = null,
            RequestsPerSecond = 1,
            Load = 1,
        };
    }

    private void Do(string call)
    {
        _calls.Add(call);
        if (_acts.TryDequeue(out var act))
            (_moments, _began) = (act.Split(", "), _now);
    }
}
