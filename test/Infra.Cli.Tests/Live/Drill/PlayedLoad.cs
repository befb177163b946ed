using Infra.Cli.Live.Load;

namespace Infra.Cli.Tests.Live.Drill;

/// <summary>A load that is only counted, on the drill's clock; it tells the played group of it.</summary>
internal sealed class PlayedLoad(JumpingClock clock, PlayedAws aws) : ILoad
{
    private const double Heavy = 10;

    private DateTimeOffset _since = clock.GetUtcNow();
    private double _sent;
    private double _failed;

    public double Rate { get; private set; }

    public double HighestRate { get; private set; }

    /// <summary>The share of requests that fail from now on.</summary>
    public double Failing { get; set; }

    public LoadCounts Counts
    {
        get
        {
            var more = Rate * (clock.GetUtcNow() - _since).TotalSeconds;
            (_sent, _failed, _since) = (_sent + more, _failed + (more * Failing), clock.GetUtcNow());
            return new((long)_sent, (long)_failed, 0);
        }
    }

    public void SetRate(double requestsPerSecond)
    {
        _ = Counts;
        if (Rate > Heavy != requestsPerSecond > Heavy)
            aws.Loaded(requestsPerSecond > Heavy);
        Rate = requestsPerSecond;
        HighestRate = Math.Max(HighestRate, Rate);
    }
}
