using Infra.Tests.Support;

namespace Infra.Tests.Settings;

[Requirement("R5")]
public sealed class HealthCheckSettingsTests
{
    [TestCase("/health")]
    [TestCase("/a/b-c_d.e~f")]
    [TestCase("/health/")]
    [TestCase("/..health")]
    public void Accepts_Path(string path) => Assert.That(Given.Settings(("healthCheckPath", path)).HealthCheck.Path, Is.EqualTo(path));

    [Test]
    public void Path_1024Characters_IsAcceptedAnd1025AreNot()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Given.Settings(("healthCheckPath", $"/{new string('a', 1023)}")).HealthCheck.Path, Has.Length.EqualTo(1024));
            Assert.That(Given.Problem(("healthCheckPath", $"/{new string('a', 1024)}")).Key, Is.EqualTo("infra:healthCheckPath"));
        }
    }

    [TestCase("5s", 5)]
    [TestCase("300s", 300)]
    [TestCase("5m", 300)]
    public void Accepts_Interval(string text, int seconds) =>
        Assert.That(Given.Settings(("healthCheckInterval", text), ("healthCheckTimeout", "2s")).HealthCheck.Interval,
            Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [TestCase("2s", 2)]
    [TestCase("120s", 120)]
    public void Accepts_Timeout(string text, int seconds) =>
        Assert.That(Given.Settings(("healthCheckTimeout", text), ("healthCheckInterval", "5m")).HealthCheck.Timeout,
            Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [TestCase("9s", true)]
    [TestCase("10s", false)]
    [TestCase("16s", false)]
    public void Timeout_MustBeShorterThanTheInterval(string timeout, bool isAccepted)
    {
        if (isAccepted)
        {
            Assert.That(Given.Settings(("healthCheckTimeout", timeout)).HealthCheck.Timeout, Is.EqualTo(TimeSpan.FromSeconds(9)));
            return;
        }

        Assert.That(Given.Problem(("healthCheckTimeout", timeout)).ToString(), Is.EqualTo(
            $"infra:healthCheckTimeout must be shorter than infra:healthCheckInterval (10s), got {timeout}: "
            + "lower it, or raise infra:healthCheckInterval"));
    }

    [Test]
    public void Timeout_IsNotComparedWithAnIntervalThatIsNone() =>
        Assert.That(
            Given.Problem(("healthCheckTimeout", "100s"), ("healthCheckInterval", "never")).Key,
            Is.EqualTo("infra:healthCheckInterval"));

    [TestCase("healthyThreshold", "2")]
    [TestCase("healthyThreshold", "10")]
    [TestCase("unhealthyThreshold", "2")]
    [TestCase("unhealthyThreshold", "10")]
    public void Accepts_Threshold(string key, string text)
    {
        var healthCheck = Given.Settings((key, text)).HealthCheck;

        Assert.That($"{(key == "healthyThreshold" ? healthCheck.HealthyThreshold : healthCheck.UnhealthyThreshold)}", Is.EqualTo(text));
    }
}
