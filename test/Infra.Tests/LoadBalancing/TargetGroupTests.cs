using Infra.LoadBalancing;
using Infra.Tests.Support;

namespace Infra.Tests.LoadBalancing;

public sealed class TargetGroupTests
{
    [Test, Requirement("R4"), Requirement("R5")]
    public async Task TargetGroup_Offload_SpeaksHttpToServersAndToTheirHealthCheck()
    {
        var group = await Run(A.LoadBalancer().With(it => it.TlsMode = TlsMode.Offload));

        Assert.That(Json.Of(group), Is.EqualTo(Expected("HTTP", 80)));
    }

    [Test, Requirement("R4"), Requirement("R5")]
    public async Task TargetGroup_EndToEnd_SpeaksHttpsToServersAndToTheirHealthCheck()
    {
        var group = await Run(A.LoadBalancer().With(it => it.TlsMode = TlsMode.EndToEnd));

        Assert.That(Json.Of(group), Is.EqualTo(Expected("HTTPS", 443)));
    }

    [Test, Requirement("R5")]
    public async Task HealthCheck_Timings_AreThoseAskedFor()
    {
        var group = await Run(A.LoadBalancer().With(it => it.HealthCheck =
            new("/up", TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(120), HealthyThreshold: 10, UnhealthyThreshold: 4)));

        Assert.Multiple(() =>
        {
            Assert.That(group.Text("healthCheck.path"), Is.EqualTo("/up"));
            Assert.That(group.Number("healthCheck.interval"), Is.EqualTo(300));
            Assert.That(group.Number("healthCheck.timeout"), Is.EqualTo(120));
            Assert.That(group.Number("healthCheck.healthyThreshold"), Is.EqualTo(10));
            Assert.That(group.Number("healthCheck.unhealthyThreshold"), Is.EqualTo(4));
        });
    }

    [TestCase(0)]
    [TestCase(120)]
    [Requirement("R8")]
    public async Task DeregistrationDelay_Always_IsTheOneAskedFor(int seconds)
    {
        var group = await Run(A.LoadBalancer().With(it => it.DeregistrationDelay = TimeSpan.FromSeconds(seconds)));

        Assert.That(group.Number("deregistrationDelay"), Is.EqualTo(seconds));
    }

    private static string Expected(string protocol, int port) => $$"""
        {
          "deregistrationDelay": 30,
          "healthCheck": {
            "enabled": true,
            "healthyThreshold": 2,
            "interval": 15,
            "matcher": "200",
            "path": "/health",
            "port": "traffic-port",
            "protocol": "{{protocol}}",
            "timeout": 5,
            "unhealthyThreshold": 3
          },
          "loadBalancingAlgorithmType": "round_robin",
          "port": {{port}},
          "protocol": "{{protocol}}",
          "protocolVersion": "HTTP1",
          "slowStart": 0,
          "stickiness": {
            "enabled": false,
            "type": "lb_cookie"
          },
          "targetType": "instance",
          "vpcId": "vpc-1"
        }
        """;

    private static async Task<RecordedResource> Run(HttpsLoadBalancerArgs args) =>
        (await Cloud.Run(options => _ = new HttpsLoadBalancer("web", args, options))).Single("aws:lb/targetGroup:TargetGroup");
}
