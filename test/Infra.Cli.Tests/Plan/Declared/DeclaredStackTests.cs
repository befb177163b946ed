using System.Collections.Immutable;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Tests.Rehearsal;
using Infra.Servers;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Declared;

[TestFixture]
internal sealed class DeclaredStackTests
{
    [Test]
    public async Task Group_OfProd_IsAsDeclared()
    {
        var group = (await Declarations.Of("prod")).Group;

        Assert.Multiple(() =>
        {
            Assert.That((group.MinSize, group.MaxSize, group.DesiredCapacity), Is.EqualTo((2, 3, 2)));
            Assert.That(group.Zones, Is.EqualTo(new[] { "eu-west-1a", "eu-west-1b", "eu-west-1c" }));
            Assert.That(group.FollowsLoadBalancerHealth, Is.True);
            Assert.That(group.HealthCheckGracePeriod, Is.EqualTo(TimeSpan.FromSeconds(170)));
            Assert.That(group.InstanceWarmup, Is.EqualTo(TimeSpan.FromSeconds(150)));
            Assert.That(group.Maintenance, Is.EqualTo(new DeclaredPercentages(50, 100)));
            Assert.That(group.Refresh!.Percentages, Is.EqualTo(new DeclaredPercentages(50, 100)));
            Assert.That(group.Refresh.InstanceWarmup, Is.EqualTo(TimeSpan.FromSeconds(20)));
            Assert.That(group.Refresh.Checkpoints, Is.EqualTo([33, 66, 100]));
            Assert.That(group.SuspendedProcesses, Is.EqualTo(new[] { "AZRebalance" }));
            Assert.That(group.Tracking, Is.EquivalentTo(new[]
            {
                new DeclaredTracking(TrackedMetric.AverageCpu, 50, ScalesIn: true),
                new DeclaredTracking(TrackedMetric.RequestsPerTarget, 1000, ScalesIn: true),
            }));
        });
    }

    [TestCase("prod", Rollout.Promote, "HTTPCode_Target_5XX_Count", "HTTPCode_ELB_5XX_Count")]
    [TestCase("dev", Rollout.Promote, "HTTPCode_Target_5XX_Count")]
    [TestCase("prod", Rollout.Up, "HTTPCode_Target_5XX_Count", "HTTPCode_ELB_5XX_Count", "infra:rollout=up")]
    public async Task Group_SaysHowItRolls(string stack, Rollout rollout, params string[] metricsAndOverrides)
    {
        var overrides = metricsAndOverrides.Where(text => text.Contains('=', StringComparison.Ordinal)).ToArray();
        var group = (await Declarations.Of(stack, overrides)).Group;

        Assert.That(group.Rollout, Is.EqualTo(rollout));
        Assert.That(group.Refresh!.Alarms.Select(alarm => alarm.Metric), Is.EquivalentTo(metricsAndOverrides.Except(overrides)));
        Assert.That(group.Refresh.Alarms.Select(alarm => alarm.Threshold), Is.All.EqualTo(10));
    }

    [Test]
    public async Task LoadBalancer_OfDev_IsAsDeclared()
    {
        var loadBalancer = (await Declarations.Of("dev")).LoadBalancer;

        Assert.Multiple(() =>
        {
            Assert.That(loadBalancer.IdleTimeout, Is.EqualTo(TimeSpan.FromSeconds(60)));
            Assert.That((loadBalancer.DropInvalidHeaders, loadBalancer.Http2), Is.EqualTo((true, true)));
            Assert.That(
                loadBalancer.Http?.Redirect,
                Is.EqualTo(new DeclaredRedirect(301, "HTTPS", "443", "#{host}", "/#{path}", "#{query}")));
            Assert.That((loadBalancer.Http?.Port, loadBalancer.Http?.NamesItself), Is.EqualTo((80, false)));
            Assert.That((loadBalancer.Https.Port, loadBalancer.Https.Redirect), Is.EqualTo((443, (DeclaredRedirect?)null)));
            Assert.That(loadBalancer.Https.TlsPolicy, Is.EqualTo("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"));
            Assert.That(loadBalancer.Https.ResponseHeaders.Keys, Is.EquivalentTo(new[]
            {
                "Strict-Transport-Security", "X-Content-Type-Options", "X-Frame-Options", "Content-Security-Policy",
            }));
            Assert.That(loadBalancer.Https.ResponseHeaders["X-Frame-Options"], Is.EqualTo("DENY"));
        });
    }

    [Test]
    public async Task TargetGroup_OfProd_IsAsDeclared()
    {
        var group = (await Declarations.Of("prod")).TargetGroup;

        Assert.Multiple(() =>
        {
            Assert.That((group.IsHttps, group.Port), Is.EqualTo((true, 443)));
            Assert.That(group.DeregistrationDelay, Is.EqualTo(TimeSpan.FromSeconds(30)));
            Assert.That(group.HealthCheck, Is.EqualTo(new DeclaredHealthCheck
            {
                IsEnabled = true,
                IsHttps = true,
                Path = "/health",
                Matcher = "200",
                Interval = TimeSpan.FromSeconds(10),
                Timeout = TimeSpan.FromSeconds(5),
                HealthyThreshold = 2,
                UnhealthyThreshold = 2,
            }));
        });
    }

    [Test]
    public async Task Certificate_IsTheOneThatTheStackMakesOrAsksFor()
    {
        var (dev, prod) = (await Declarations.Of("dev"), await Declarations.Of("prod"));

        Assert.Multiple(() =>
        {
            Assert.That(dev.LoadBalancer.Https.Certificate?.IsSelfSigned, Is.True);
            Assert.That(dev.LoadBalancer.Https.Certificate?.Names, Is.EqualTo(new[] { "*.eu-west-1.elb.amazonaws.com" }));
            Assert.That(dev.LoadBalancer.Https.Certificate?.Validity, Is.EqualTo(TimeSpan.FromHours(8760)));
            Assert.That(prod.LoadBalancer.Https.Certificate?.IsSelfSigned, Is.False);
            Assert.That(prod.LoadBalancer.Https.Certificate?.Names, Is.EqualTo(new[] { "www.example.com" }));
        });
    }

    [Test]
    public async Task Certificate_HasItsFurtherNames()
    {
        var graph = (await Graphs.Of("prod")).With(
            TypeToken.Certificate, "subjectAlternativeNames", ImmutableArray.Create<object>("example.com", "shop.example.com"));

        var declared = RehearsedStack.Of(new(graph), Reference.Root);

        Assert.That(
            declared.LoadBalancer.Https.Certificate?.Names, Is.EqualTo(new[] { "www.example.com", "example.com", "shop.example.com" }));
    }

    [Test]
    public async Task Server_IsWhatTheUserDataMakes()
    {
        var server = (await Declarations.Of("prod")).Server;

        Assert.Multiple(() =>
        {
            Assert.That(
                server.NginxConfiguration,
                Does.StartWith("user nginx;\n").And.Contain("listen 443 ssl default_server;").And.EndsWith("\n}\n"));
            Assert.That(server.SiteFolder, Is.EqualTo("/usr/share/nginx/site"));
            Assert.That(server.SiteSource, Is.EqualTo(Path.Combine(Reference.Root, "site")));
            Assert.That(server.HealthCheckPath, Is.EqualTo("/health"));
        });
    }

    [Test]
    public async Task Expected_IsWhatTheOutputsPromise()
    {
        var expected = (await Declarations.Of("dev")).Expected;

        Assert.That(
            expected,
            Is.EqualTo(new DeclaredExpectations(TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(255), TimeSpan.FromSeconds(470))));
    }

    [Test]
    public async Task Reader_ReadsWhatIsDeclared_NotWhatTheSettingsSay()
    {
        var graph = (await Graphs.Of("dev"))
            .With(TypeToken.AutoScalingGroup, "healthCheckType", "EC2")
            .With(TypeToken.AutoScalingGroup, "suspendedProcesses", null)
            .With(TypeToken.AutoScalingGroup, "instanceMaintenancePolicy.maxHealthyPercentage", 200d)
            .With(TypeToken.Listener, "sslPolicy", null)
            .With(TypeToken.TargetGroup, "healthCheck.interval", null);

        var declared = RehearsedStack.Of(new(graph), Reference.Root);

        Assert.Multiple(() =>
        {
            Assert.That(declared.Group.FollowsLoadBalancerHealth, Is.False);
            Assert.That(declared.Group.SuspendedProcesses, Is.Empty);
            Assert.That(declared.Group.Maintenance?.MaxHealthy, Is.EqualTo(200));
            Assert.That(
                declared.LoadBalancer.Https.TlsPolicy,
                Is.EqualTo("ELBSecurityPolicy-2016-08"),
                "what AWS takes when none is named");
            Assert.That(declared.TargetGroup.HealthCheck.Interval, Is.EqualTo(TimeSpan.FromSeconds(30)), "AWS's default");
        });
    }
}
