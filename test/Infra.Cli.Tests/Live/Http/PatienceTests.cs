using Infra.Cli.Live;
using Infra.Cli.Live.Http;
using Microsoft.Extensions.Time.Testing;

namespace Infra.Cli.Tests.Live.Http;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PatienceTests
{
    private readonly CountedTimers _time = new();

    [Test]
    public void Wait_IsOver_WhenTheSiteHasHadItsTime()
    {
        using var patience = Patience.Of(Site(seconds: 3), CancellationToken.None);

        _time.Advance(TimeSpan.FromSeconds(2.999));
        Assert.That(patience.Token.IsCancellationRequested, Is.False);
        _time.Advance(TimeSpan.FromSeconds(0.001));
        Assert.That(patience.Token.IsCancellationRequested, Is.True);
    }

    [Test]
    public async Task Wait_IsOver_WhenTheUserBreaksOff()
    {
        using var user = new CancellationTokenSource();
        using var patience = Patience.Of(Site(seconds: 3), user.Token);

        await user.CancelAsync();

        Assert.That(patience.Token.IsCancellationRequested, Is.True);
    }

    [Test]
    public async Task Wait_ThatIsGivenUp_HoldsOnToNothing()
    {
        using var user = new CancellationTokenSource();
        var patience = Patience.Of(Site(seconds: 3), user.Token);
        var token = patience.Token;
        Assert.That(_time.Running, Is.EqualTo(1));

        patience.Dispose();
        await user.CancelAsync();

        Assert.That((_time.Running, token.IsCancellationRequested), Is.EqualTo((0, false)));
    }

    [TestCase(10, "10 s")]
    [TestCase(0.5, "0.5 s")]
    [TestCase(1000, "1000 s")]
    public void Wait_IsSaid_InSeconds(double seconds, string text) => Assert.That(Patience.Text(Site(seconds)), Is.EqualTo(text));

    private LiveSite Site(double seconds) => new(new("https://a.example")) { Patience = TimeSpan.FromSeconds(seconds), Time = _time };

    private sealed class CountedTimers : FakeTimeProvider
    {
        public int Running { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Running++;
            return new CountedTimer(this, base.CreateTimer(callback, state, dueTime, period));
        }

        private sealed class CountedTimer(CountedTimers all, ITimer timer) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

            public void Dispose()
            {
                all.Running--;
                timer.Dispose();
            }

            public ValueTask DisposeAsync()
            {
                all.Running--;
                return timer.DisposeAsync();
            }
        }
    }
}
