using Infra.Cli.Live.Load;
using Infra.Cli.Rehearsal.Content;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Rehearsal.Timeline;
using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Rehearsal.Page;

/// <summary>A stack that stands still and writes down what is asked of it.</summary>
internal sealed class FakeStack(RehearsedStack declared) : IRunningStack, IContentUploads
{
    public static DateTimeOffset Start { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly List<StackEvent> _events = [];
    private readonly List<string> _calls = [];

    public StackView View { get; set; } = new()
    {
        Time = Start + TimeSpan.FromSeconds(90),
        MinSize = 1,
        MaxSize = 3,
        IsRolling = false,
        DesiredCapacity = 2,
        Servers =
        [
            new("i-1", "eu-west-1a", 1, LifecycleState.InService, TargetState.Healthy, Start - TimeSpan.FromSeconds(30)),
            new("i-2", "eu-west-1b", 2, LifecycleState.InService, TargetState.Unhealthy, Start),
            new("i-3", "eu-west-1b", 2, LifecycleState.Pending, TargetState.Initial, Start + TimeSpan.FromSeconds(80)),
        ],
        LostZones = [],
        Cpu = 62.5,
        RequestsPerSecond = 40,
        Load = 30,
    };

    public IReadOnlyList<StackEvent> Events
    {
        get
        {
            lock (_lock)
                return [.. _events];
        }
    }

    /// <summary>What has been asked, e.g. <c>break i-1</c>.</summary>
    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    public int HighestCapacity => 3;

    public int MostRunning => 4;

    public LoadCounts Requests => default;

    public TimelineRecorder Recorder { get; } = new(declared, isFast: false, TimeSpan.FromSeconds(5));

    public void Note(string text)
    {
        lock (_lock)
            _events.Add(new(View.Time, "drill", text, View.Capacity));
    }

    public void Break(string serverId) => Write($"break {serverId}");

    public void Hang(string serverId) => Write($"hang {serverId}");

    public void SetLoad(double requestsPerSecond) => Write($"load {requestsPerSecond}");

    public void Roll(VersionFault fault = VersionFault.None) => Write(fault switch
    {
        VersionFault.NeverHealthy => "roll broken",
        VersionFault.Errors => "roll errors",
        _ => "roll",
    });

    /// <summary>Why nothing can be uploaded; none where it can.</summary>
    public string? UploadFault { get; set; }

    public void Upload()
    {
        if (UploadFault is not null)
            throw new InvalidUsageException(UploadFault);
        Write("upload");
    }

    public string UploadBroken()
    {
        Write("upload broken");
        return "v2";
    }

    public SiteMark UploadMarked() => throw new NotSupportedException();

    public void LoseZone(string zone) => Write($"lose {zone}");

    public void RestoreZone(string zone) => Write($"restore {zone}");

    public Task<bool> UntilAsync(Predicate<StackView> condition, TimeSpan atMost, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task PassAsync(TimeSpan time, CancellationToken cancellation) => throw new NotSupportedException();

    private void Write(string call)
    {
        lock (_lock)
            _calls.Add(call);
    }
}
