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
    [TestCase("resolve:ssm:golden-ami", null, "golden-ami")]
    [TestCase("resolve:ssm:golden-ami:3", null, "golden-ami:3")]
    [TestCase("resolve:ssm:/golden/web:prod_1.x-y", null, "/golden/web:prod_1.x-y")]
    public void Accepts_ImageId(string text, string? id, string? parameter)
    {
        var image = Given.Settings(("imageId", text)).Servers.Image;

        Assert.That((image.Id, image.ParameterName), Is.EqualTo((id, parameter)));
    }

    [TestCase("t4g.small", "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.12-arm64")]
    [TestCase("t3.small", "/aws/service/ami-amazon-linux-latest/al2023-ami-minimal-kernel-default-x86_64")]
    [TestCase("t4g.small", "/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id")]
    [TestCase("t3.small", "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id")]
    [TestCase("g5.xlarge", "/aws/service/ecs/optimized-ami/amazon-linux-2023/gpu/recommended/image_id")]
    [TestCase("t4g.small", "/aws/service/eks/optimized-ami/1.33/amazon-linux-2023/arm64/standard/recommended/image_id")]
    [TestCase("t3.small", "/aws/service/eks/optimized-ami/1.33/amazon-linux-2023/x86_64/standard/recommended/image_id")]
    [TestCase("g5g.xlarge", "/aws/service/deeplearning/ami/arm64/base-oss-nvidia-driver-gpu-amazon-linux-2023/latest/ami-id")]
    [TestCase("t4g.small", "/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id:12")]
    [TestCase("t4g.small", "/aws/service/marketplace/prod-0123456789abc/latest")]
    [TestCase("t4g.small", "/golden/web-x86_64")]
    public void Accepts_ImageParameter(string type, string path) => Assert.That(
        Given.Settings(("instanceType", type), ("imageId", $"resolve:ssm:{path}")).Servers.Image.ParameterName, Is.EqualTo(path));

    [TestCase("t4g.small", "arm64", "x86_64", "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64")]
    [TestCase("t3.small", "x86_64", "arm64", "/aws/service/ami-amazon-linux-latest/al2023-ami-minimal-kernel-6.1-arm64")]
    [TestCase("t4g.small", "arm64", "x86_64", "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id")]
    [TestCase("m7i-flex.large", "x86_64", "arm64", "/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id")]
    [TestCase("t4g.small", "arm64", "x86_64", "/aws/service/eks/optimized-ami/1.33/amazon-linux-2023/x86_64/nvidia/recommended/image_id")]
    [TestCase("t4g.small", "arm64", "x86_64", "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64:7")]
    [TestCase("p6e-gb200.36xlarge", "arm64", "x86_64", "/aws/service/cloud9/amis/amazonlinux-2023-x86_64")]
    public void ImageParameter_OfTheOtherArchitecture_IsRefused(string type, string wanted, string other, string path) =>
        Assert.That(Given.Problem(("instanceType", type), ("imageId", $"resolve:ssm:{path}")).ToString(), Is.EqualTo(
            $"infra:imageId must be for {wanted}, the architecture of infra:instanceType ({type}), got resolve:ssm:{path}: "
            + $"name the parameter of an image for {wanted}, or an instance type with {other}"));

    [Test]
    public void ImageParameter_BesideAnUnreadableInstanceType_IsNotJudged() => Assert.That(
        Given.Problem(
            ("instanceType", "small"),
            ("imageId", "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64")).Key,
        Is.EqualTo("infra:instanceType"));

    [TestCase("site")]
    [TestCase("sites/example.com")]
    [TestCase("..site")]
    public void Accepts_SiteDirectory(string path) =>
        Assert.That(Given.Settings(("siteDirectory", path)).Site.Directory, Is.EqualTo(path));

    [Test]
    public void SiteDirectory_Has255CharactersAtMost()
    {
        var longest = new string('a', 255);

        Assert.That(Given.Settings(("siteDirectory", longest)).Site.Directory, Is.EqualTo(longest));
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
