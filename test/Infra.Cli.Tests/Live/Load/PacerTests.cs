using Infra.Cli.Live.Load;
using Microsoft.Extensions.Time.Testing;

namespace Infra.Cli.Tests.Live.Load;

public sealed class PacerTests
{
    private readonly FakeTimeProvider _time = new();

    [TestCase(0.5, ExpectedResult = 5)]
    [TestCase(100, ExpectedResult = 1000)]
    [TestCase(333, ExpectedResult = 3330)]
    public int Due_OverTenSeconds_AddsUpToTheRate(double rate)
    {
        var pacer = new Pacer(_time);
        var sum = 0;
        for (var tick = 0; tick < 1000; tick++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(10));
            sum += pacer.Due(rate);
        }

        return sum;
    }

    [Test]
    public void Due_AfterAPauseOfTheMachine_LeavesOutWhatItMissed()
    {
        var pacer = new Pacer(_time);

        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.That((pacer.Due(1000), pacer.Due(1000)), Is.EqualTo((100, 0)));
    }

    [Test]
    public void Due_WithoutLoad_IsNothing()
    {
        var pacer = new Pacer(_time);

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.That(pacer.Due(0), Is.Zero);
    }
}
