using Infra.Tests.Support;

namespace Infra.Tests.Settings;

public sealed class ServerSettingsTests
{
    [TestCase("1", "1")]
    [TestCase("1", "3")]
    [TestCase("3", "3")]
    [Requirement("R8")]
    public void Accepts_ServerCounts(string minimum, string maximum)
    {
        var servers = Given.Settings(("minServers", minimum), ("maxServers", maximum)).Servers;

        Assert.That(($"{servers.MinServers}", $"{servers.MaxServers}"), Is.EqualTo((minimum, maximum)));
    }

    [Test]
    [Requirement("R8")]
    public void MaxServers_FewerThanMinServers_IsRefused() =>
        Assert.That(Given.Problem(("minServers", "3"), ("maxServers", "2")).ToString(), Is.EqualTo(
            "infra:maxServers must be at least infra:minServers (3), got 2: raise it, or lower infra:minServers"));

    [TestCase("t4g.small", "arm64")]
    [TestCase("t3.micro", "x86_64")]
    public void InstanceType_DecidesTheImageByItsArchitecture(string type, string architecture) =>
        Assert.That(Given.Settings(("instanceType", type)).Servers.Image.ParameterName,
            Is.EqualTo($"/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-{architecture}"));

    [TestCase("ami-01234567", "ami-01234567", null)]
    [TestCase("ami-0123456789abcdef0", "ami-0123456789abcdef0", null)]
    [TestCase("resolve:ssm:/golden/web-1.2_x", null, "/golden/web-1.2_x")]
    public void Accepts_ImageId(string text, string? id, string? parameter)
    {
        var image = Given.Settings(("imageId", text)).Servers.Image;

        Assert.That((image.Id, image.ParameterName), Is.EqualTo((id, parameter)));
    }

    [TestCase("site")]
    [TestCase("sites/example.com")]
    [TestCase("..site")]
    public void Accepts_SiteDirectory(string path) =>
        Assert.That(Given.Settings(("siteDirectory", path)).Servers.SiteDirectory, Is.EqualTo(path));

    [Test]
    public void SiteDirectory_Has255CharactersAtMost()
    {
        var longest = new string('a', 255);

        Assert.That(Given.Settings(("siteDirectory", longest)).Servers.SiteDirectory, Is.EqualTo(longest));
        Assert.That(Given.Problem(("siteDirectory", longest + "a")).Key, Is.EqualTo("infra:siteDirectory"));
    }

    [TestCase("10", 10)]
    [TestCase("90", 90)]
    public void Accepts_CpuTarget(string text, int expected) =>
        Assert.That(Given.Settings(("cpuTarget", text)).Servers.CpuTarget, Is.EqualTo(expected));

    [TestCase("", null)]
    [TestCase("1", 1)]
    [TestCase("1000000", 1_000_000)]
    public void Accepts_RequestsPerServer(string text, int? expected) =>
        Assert.That(Given.Settings(("requestsPerServer", text)).Servers.RequestsPerServer, Is.EqualTo(expected));

    [TestCase("30s", 30)]
    [TestCase("20m", 1200)]
    [Requirement("R6")]
    public void Accepts_BootBudget(string text, int seconds) =>
        Assert.That(Given.Settings(("bootBudget", text)).Servers.BootBudget, Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [Test, Requirement("R6")]
    public void BootBudget_EveryTimingAtItsLongest_LeavesAGracePeriodThatAutoScalingTakes()
    {
        var settings = Given.Settings(("bootBudget", "20m"), ("healthCheckInterval", "300s"), ("healthyThreshold", "10"));

        // 7,200 seconds is where Auto Scaling's grace period ends; no rule between the settings is needed to stay below.
        Assert.That(settings.Servers.BootBudget + settings.HealthCheck.Interval * settings.HealthCheck.HealthyThreshold,
            Is.LessThanOrEqualTo(TimeSpan.FromSeconds(7200)));
    }
}
