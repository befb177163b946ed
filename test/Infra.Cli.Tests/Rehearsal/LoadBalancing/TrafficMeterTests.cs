using System.Diagnostics;
using Infra.Cli.Rehearsal.LoadBalancing;

namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

internal sealed class TrafficMeterTests
{
    [Test]
    public void Nothing_Counted_HasNoLatency()
    {
        var traffic = new TrafficMeter().Read();

        Assert.That((traffic.Requests, traffic.Errors), Is.EqualTo((0, 0)));
        Assert.That((traffic.MedianLatency, traffic.Latency99), Is.EqualTo(((TimeSpan?)null, (TimeSpan?)null)));
    }

    [Test]
    public void Answers_AreCountedByClass_AndOwnErrorsBesides()
    {
        var meter = new TrafficMeter();

        foreach (var status in new[] { 200, 299, 301, 404, 404, 404, 499, 502, 600 })
            meter.Count(status, isOwnError: status is 499 or 502, Stopwatch.GetTimestamp());

        var traffic = meter.Read();
        Assert.Multiple(() =>
        {
            Assert.That((traffic.Requests, traffic.Errors), Is.EqualTo((9, 2)));
            Assert.That((traffic.Status2xx, traffic.Status3xx, traffic.Status4xx, traffic.Status5xx), Is.EqualTo((2, 1, 4, 2)));
        });
    }

    // Latencies of 1 s, 2 s and so on, and what the test itself takes. The latest 1024 are looked at.
    [TestCase(1, 1, 1)]
    [TestCase(2, 1, 2)]
    [TestCase(3, 2, 3)]
    [TestCase(100, 50, 99)]
    [TestCase(101, 51, 100)]
    [TestCase(200, 100, 198)]
    [TestCase(1034, 522, 1024)]
    public void Latencies_OfTheLatestAnswers_AreHalfWayUp_And99PercentUp(int answers, int median, int latency99)
    {
        var meter = new TrafficMeter();

        for (var seconds = 1; seconds <= answers; seconds++)
            meter.Count(200, isOwnError: false, Stopwatch.GetTimestamp() - (seconds * Stopwatch.Frequency));

        var traffic = meter.Read();
        Assert.Multiple(() =>
        {
            Assert.That((int)traffic.MedianLatency!.Value.TotalSeconds, Is.EqualTo(median));
            Assert.That((int)traffic.Latency99!.Value.TotalSeconds, Is.EqualTo(latency99));
            Assert.That(traffic.Requests, Is.EqualTo(answers));
        });
    }
}
