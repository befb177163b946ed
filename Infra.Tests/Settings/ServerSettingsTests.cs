using Infra.Settings;
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

    [TestCase("0", "set it to 1")]
    [TestCase("4", "set it to 3")]
    [TestCase("99999999999", "set it to 3")]
    [TestCase("", "write digits alone, such as 3")]
    [TestCase("-1", "write digits alone, such as 3")]
    [TestCase("+1", "write digits alone, such as 3")]
    [TestCase("03", "write digits alone, such as 3")]
    [TestCase(" 3", "write digits alone, such as 3")]
    [TestCase("3\n", "write digits alone, such as 3")]
    [TestCase("3.0", "write digits alone, such as 3")]
    [TestCase("three", "write digits alone, such as 3")]
    [TestCase("٣", "write digits alone, such as 3")]
    [Requirement("R8")]
    public void Rejects_MaxServersBeyondTheCeiling(string maximum, string mend) =>
        Assert.That(Given.Problem(("maxServers", maximum)), Is.EqualTo(new SettingProblem(
            "infra:maxServers", "must be a whole number from 1 to 3 (the customer's limit of three servers)", maximum, mend)));

    [TestCase("0", "set it to 1")]
    [TestCase("4", "set it to 3")]
    [Requirement("R8")]
    public void Rejects_MinServersBeyondTheCeiling(string minimum, string mend) =>
        Assert.That(Given.Problem(("minServers", minimum)).Mend, Is.EqualTo(mend));

    [Test]
    public void MaxServers_BelowMinServers_IsAProblem() =>
        Assert.That(Given.Problem(("minServers", "3"), ("maxServers", "2")).ToString(), Is.EqualTo(
            "infra:maxServers must be at least infra:minServers (3), got 2: raise it, or lower infra:minServers"));

    [TestCase("t4g.small", "arm64")]
    [TestCase("t3.micro", "x86_64")]
    public void InstanceType_DecidesTheImageByItsArchitecture(string type, string architecture) =>
        Assert.That(Given.Settings(("instanceType", type)).Servers.Image.ParameterName,
            Is.EqualTo($"/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-{architecture}"));

    [TestCase("mac2.metal")]
    [TestCase("small")]
    [TestCase("")]
    public void Rejects_InstanceType(string type) => Assert.That(Given.Problem(("instanceType", type)), Is.EqualTo(new SettingProblem(
        "infra:instanceType", "must be an EC2 instance type, family.size, that can run Amazon Linux 2023", type,
        "write it like t4g.small or m7i-flex.large")));

    [TestCase("ami-01234567", "ami-01234567", null)]
    [TestCase("ami-0123456789abcdef0", "ami-0123456789abcdef0", null)]
    [TestCase("resolve:ssm:/golden/web-1.2_x", null, "/golden/web-1.2_x")]
    public void Accepts_ImageId(string text, string? id, string? parameter)
    {
        var image = Given.Settings(("imageId", text)).Servers.Image;

        Assert.That((image.Id, image.ParameterName), Is.EqualTo((id, parameter)));
    }

    [TestCase("ami-0123456")]
    [TestCase("ami-012345678")]
    [TestCase("ami-0123456789ABCDEF0")]
    [TestCase("ami-0123456789abcdef01")]
    [TestCase("resolve:ssm:golden")]
    [TestCase("resolve:ssm:/")]
    [TestCase("resolve:ssm:/a//b")]
    [TestCase("/aws/service/x")]
    public void Rejects_ImageId(string text) => Assert.That(Given.Problem(("imageId", text)).Key, Is.EqualTo("infra:imageId"));

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

    [TestCase("")]
    [TestCase("/var/www")]
    [TestCase("..")]
    [TestCase("../site")]
    [TestCase("sites/../..")]
    [TestCase("./site")]
    [TestCase("site/")]
    [TestCase("a//b")]
    [TestCase("""C:\site""")]
    [TestCase("~/site")]
    public void Rejects_SiteDirectory(string path) =>
        Assert.That(
            Given.Problem(("siteDirectory", path)).Mend,
            Is.EqualTo("write it like site, relative to the folder of Pulumi.yaml, without .."));

    [TestCase("10", 10)]
    [TestCase("90", 90)]
    public void Accepts_CpuTarget(string text, int expected) =>
        Assert.That(Given.Settings(("cpuTarget", text)).Servers.CpuTarget, Is.EqualTo(expected));

    [TestCase("9", "set it to 10")]
    [TestCase("91", "set it to 90")]
    [TestCase("50%", "write digits alone, such as 50")]
    public void Rejects_CpuTarget(string text, string mend) => Assert.That(Given.Problem(("cpuTarget", text)).Mend, Is.EqualTo(mend));

    [TestCase("", null)]
    [TestCase("1", 1)]
    [TestCase("1000000", 1_000_000)]
    public void Accepts_RequestsPerServer(string text, int? expected) =>
        Assert.That(Given.Settings(("requestsPerServer", text)).Servers.RequestsPerServer, Is.EqualTo(expected));

    [TestCase("0", "set it to 1")]
    [TestCase("1000001", "set it to 1000000")]
    [TestCase("many", "write digits alone, such as 1")]
    public void Rejects_RequestsPerServer(string text, string mend) =>
        Assert.That(Given.Problem(("requestsPerServer", text)).Mend, Is.EqualTo(mend));

    [TestCase("30s", 30)]
    [TestCase("20m", 1200)]
    [Requirement("R6")]
    public void Accepts_BootBudget(string text, int seconds) =>
        Assert.That(Given.Settings(("bootBudget", text)).Servers.BootBudget, Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [TestCase("29s", "set it to 30s")]
    [TestCase("1201s", "set it to 20m")]
    [TestCase("1h", "set it to 20m")]
    [TestCase("5", "write a whole number with its unit, s, m or h, such as 5m")]
    [Requirement("R6")]
    public void Rejects_BootBudget(string text, string mend) => Assert.That(Given.Problem(("bootBudget", text)).Mend, Is.EqualTo(mend));

    [Test, Requirement("R6")]
    public void BootBudget_EveryTimingAtItsLongest_LeavesAGracePeriodThatAutoScalingTakes()
    {
        var settings = Given.Settings(("bootBudget", "20m"), ("healthCheckInterval", "300s"), ("healthyThreshold", "10"));

        // 7,200 seconds is where Auto Scaling's grace period ends; no rule between the settings is needed to stay below.
        Assert.That(settings.Servers.BootBudget + settings.HealthCheck.Interval * settings.HealthCheck.HealthyThreshold,
            Is.LessThanOrEqualTo(TimeSpan.FromSeconds(7200)));
    }
}
