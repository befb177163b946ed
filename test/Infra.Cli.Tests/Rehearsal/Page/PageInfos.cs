using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Page;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Tests.Rehearsal.Page;

/// <summary>What a page shows besides a stack that stands still.</summary>
internal static class PageInfos
{
    // Nothing changes it, and each test would wait for it.
    private static readonly Lazy<Task<RehearsedStack>> Dev = new(() => Declarations.Of("dev"));

    /// <summary>For the committed stack dev.</summary>
    public static async Task<PageInfo> DevAsync() => new()
    {
        Declared = await Dev.Value,
        HttpUrl = new("http://127.0.0.1:8080"),
        HttpsUrl = new("https://127.0.0.1:8443"),
        ServerDescription = "nginx 1.22.1",
        Speed = 60,
        StartedAt = FakeStack.Start,
        Model = new(TimeSpan.FromSeconds(90), 100),
        Traffic = new SteadyTraffic(),
    };

    private sealed class SteadyTraffic : ITrafficView
    {
        public double RequestsPerSecond => 40;

        public double BlockedPerSecond => 3;

        public string? Blocking => "too many";

        public double ErrorsPerSecond => 0.5;

        public long Errors => 7;

        public IReadOnlyList<TroubleLoss> Losses => [new(StackTrouble.Sick, new(200, 7, 0), TimeSpan.FromSeconds(20))];

        public TimeSpan? MedianLatency => TimeSpan.FromMilliseconds(2.5);

        public TimeSpan? Latency99 => TimeSpan.FromMilliseconds(18);
    }
}
