using Infra.LoadBalancing;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.LoadBalancing;

public sealed class HttpsLoadBalancerTests
{
    [Test, Requirement("R1")]
    public async Task LoadBalancer_Always_FacesTheInternetFromThePublicSubnets()
    {
        var loadBalancer = (await Run(A.LoadBalancer())).Single("aws:lb/loadBalancer:LoadBalancer");

        Assert.That(Json.Of(loadBalancer), Is.EqualTo("""
            {
              "accessLogs": {
                "bucket": "log-bucket",
                "enabled": true
              },
              "connectionLogs": {
                "bucket": "log-bucket",
                "enabled": true
              },
              "desyncMitigationMode": "defensive",
              "dropInvalidHeaderFields": true,
              "enableDeletionProtection": false,
              "enableHttp2": true,
              "enableWafFailOpen": false,
              "enableZonalShift": true,
              "healthCheckLogs": {
                "bucket": "log-bucket",
                "enabled": true
              },
              "idleTimeout": 60,
              "internal": false,
              "ipAddressType": "ipv4",
              "loadBalancerType": "application",
              "securityGroups": [
                "sg-1"
              ],
              "subnets": [
                "subnet-a",
                "subnet-b"
              ]
            }
            """));
    }

    [Test]
    public async Task LoadBalancer_Ipv6_HasBothKindsOfAddresses()
    {
        var loadBalancer = (await Run(A.LoadBalancer().With(it => it.Ipv6 = true))).Single("aws:lb/loadBalancer:LoadBalancer");

        Assert.That(loadBalancer.Text("ipAddressType"), Is.EqualTo("dualstack"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task LoadBalancer_DeletionProtection_HoldsInAwsAndInPulumi(bool deletionProtection)
    {
        var loadBalancer = (await Run(A.LoadBalancer().With(it => it.DeletionProtection = deletionProtection)))
            .Single("aws:lb/loadBalancer:LoadBalancer");

        Assert.Multiple(() =>
        {
            Assert.That(loadBalancer.Flag("enableDeletionProtection"), Is.EqualTo(deletionProtection));
            Assert.That(loadBalancer.Protect, Is.EqualTo(deletionProtection));
        });
    }

    [Test]
    public async Task LoadBalancer_Always_WaitsUntilItsLogsCanBeWritten()
    {
        var recorded = await Cloud.Run(options =>
        {
            var policy = new ComponentResource("test:logs:Policy", "log-policy", options);
            _ = new HttpsLoadBalancer("web", A.LoadBalancer().With(it => it.LogsReady = [policy]), options);
        });

        Assert.That(await recorded.Single("aws:lb/loadBalancer:LoadBalancer").DependsOnAsync(), Is.EqualTo(new[] { "log-policy" }));
    }

    [TestCase(TlsMode.Offload)]
    [TestCase(TlsMode.EndToEnd)]
    [Requirement("R3"), Requirement("R4")]
    public async Task HttpsListener_InBothModes_ForwardsToTheServersWithSecurityHeaders(TlsMode mode)
    {
        var listener = (await Run(A.LoadBalancer().With(it => it.TlsMode = mode))).Named("web-https");

        const string ContentSecurityPolicy =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
        Assert.That(Json.Of(listener), Is.EqualTo($$"""
            {
              "certificateArn": "arn:aws:acm:eu-west-1:123456789012:certificate/1",
              "defaultActions": [
                {
                  "targetGroupArn": "arn:aws:lb:eu-west-1:123456789012:web-servers",
                  "type": "forward"
                }
              ],
              "loadBalancerArn": "arn:aws:lb:eu-west-1:123456789012:web-alb",
              "port": 443,
              "protocol": "HTTPS",
              "routingHttpResponseContentSecurityPolicyHeaderValue": "{{ContentSecurityPolicy}}",
              "routingHttpResponseServerEnabled": false,
              "routingHttpResponseStrictTransportSecurityHeaderValue": "max-age=31536000",
              "routingHttpResponseXContentTypeOptionsHeaderValue": "nosniff",
              "routingHttpResponseXFrameOptionsHeaderValue": "DENY",
              "sslPolicy": "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"
            }
            """));
    }

    [Test, Requirement("R2")]
    public async Task HttpListener_Always_RedirectsForGoodAndKeepsHostPathAndQuery()
    {
        var listener = (await Run(A.LoadBalancer())).Named("web-http");

        Assert.That(Json.Of(listener), Is.EqualTo("""
            {
              "defaultActions": [
                {
                  "redirect": {
                    "host": "#{host}",
                    "path": "/#{path}",
                    "port": "443",
                    "protocol": "HTTPS",
                    "query": "#{query}",
                    "statusCode": "HTTP_301"
                  },
                  "type": "redirect"
                }
              ],
              "loadBalancerArn": "arn:aws:lb:eu-west-1:123456789012:web-alb",
              "port": 80,
              "protocol": "HTTP",
              "routingHttpResponseServerEnabled": false
            }
            """));
    }

    [Test, Requirement("R2")]
    public async Task Listeners_Always_AreThoseTwoAndHaveNoFurtherRules()
    {
        var recorded = await Run(A.LoadBalancer());

        Assert.Multiple(() =>
        {
            var ports = recorded.All("aws:lb/listener:Listener").Select(listener => listener.Number("port"));
            Assert.That(ports, Is.EquivalentTo(new[] { 80, 443 }));
            Assert.That(recorded.All("aws:lb/listenerRule:ListenerRule"), Is.Empty);
        });
    }

    [TestCaseSource(typeof(TlsPolicies), nameof(TlsPolicies.Allowed)), Requirement("R3")]
    public async Task HttpsListener_AllowedPolicy_IsTheOneOfTheListener(string policy)
    {
        var listener = (await Run(A.LoadBalancer().With(it => it.TlsPolicy = policy))).Named("web-https");

        Assert.That(listener.Text("sslPolicy"), Is.EqualTo(policy));
    }

    [TestCase("ELBSecurityPolicy-2016-08")]
    [TestCase("ELBSecurityPolicy-TLS13-1-0-2021-06")]
    [TestCase("ELBSecurityPolicy-TLS13-1-1-2021-06")]
    [TestCase("ELBSecurityPolicy-TLS13-1-2-2021-06")]
    [TestCase("elbsecuritypolicy-tls13-1-2-res-pq-2025-09")]
    [TestCase("")]
    [Requirement("R3")]
    public async Task HttpsListener_OtherPolicy_IsRefusedBeforeAnythingIsMade(string policy)
    {
        ArgumentException? refusal = null;
        var args = A.LoadBalancer().With(it => it.TlsPolicy = policy);
        var recorded = await Cloud.Run(options =>
            refusal = Assert.Throws<ArgumentException>(() => _ = new HttpsLoadBalancer("web", args, options)));

        Assert.Multiple(() =>
        {
            Assert.That(refusal!.Message, Does.StartWith(
                $"TlsPolicy must be one of {string.Join(", ", TlsPolicies.Allowed)}, got '{policy}'"));
            Assert.That(OfAws(recorded), Is.Empty);
        });
    }

    [Test, Requirement("R3")]
    public async Task HttpsListener_PolicyThatTurnsOutToBeOther_IsNeverMade()
    {
        var policy = Output.Create(Task.Run(async () =>
        {
            await Task.Delay(50);
            return "ELBSecurityPolicy-2016-08";
        }));
        var aws = new FakeAws();

        var refusal = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync(
            aws, Cloud.Options, () => _ = new HttpsLoadBalancer("web", A.LoadBalancer().With(it => it.TlsPolicy = policy))));

        Assert.Multiple(() =>
        {
            Assert.That(refusal!.Message, Does.StartWith("TlsPolicy must be one of ").And.EndsWith("got 'ELBSecurityPolicy-2016-08'"));
            Assert.That(aws.Registered.Select(resource => resource.Name), Has.None.EqualTo("web-https"));
        });
    }

    [Test]
    public async Task Children_Always_BelongToTheLoadBalancer()
    {
        var children = OfAws(await Run(A.LoadBalancer()));

        Assert.That(children, Has.Count.EqualTo(4));
        Assert.That(children.Select(child => child.Parent), Is.All.TypeOf<HttpsLoadBalancer>());
    }

    [Test]
    public async Task Names_LongestStackName_FitIntoThirtyTwoCharacters()
    {
        var aws = new FakeAws();
        var options = new Pulumi.Testing.TestOptions { ProjectName = "infra", StackName = new string('s', 100), IsPreview = false };
        await Deployment.TestAsync(aws, options, () => { _ = new HttpsLoadBalancer("web", A.LoadBalancer()); });

        var limited = aws.Registered
            .Where(resource => resource.Type is "aws:lb/loadBalancer:LoadBalancer" or "aws:lb/targetGroup:TargetGroup")
            .ToList();
        Assert.That(limited, Has.Count.EqualTo(2));
        foreach (var resource in limited)
        {
            // Pulumi's automatic name: the logical name, a hyphen and seven hexadecimal digits.
            Assert.That(resource.Name!.Length + "-0123456".Length, Is.LessThanOrEqualTo(32), resource.Name);
            Assert.That(resource.Inputs.Keys, Does.Not.Contain("name").And.Not.Contain("namePrefix"), resource.Name);
        }
    }

    [Test]
    public async Task Outputs_Always_AreThoseOfTheLoadBalancerAndTheTargetGroup()
    {
        Assert.That(await OutputOf(web => web.Arn), Is.EqualTo("arn:aws:lb:eu-west-1:123456789012:web-alb"));
        Assert.That(await OutputOf(web => web.ArnSuffix), Is.EqualTo("app/web-alb/0123456789abcdef"));
        Assert.That(await OutputOf(web => web.DnsName), Is.EqualTo("web-alb.eu-west-1.elb.amazonaws.com"));
        Assert.That(await OutputOf(web => web.ZoneId), Is.EqualTo("web-alb-zone"));
        Assert.That(await OutputOf(web => web.TargetGroupArn), Is.EqualTo("arn:aws:lb:eu-west-1:123456789012:web-servers"));
        Assert.That(await OutputOf(web => web.TargetGroupName), Is.EqualTo("web-servers"));
        Assert.That(await OutputOf(web => web.TargetGroupArnSuffix), Is.EqualTo("targetgroup/web-servers/0123456789abcdef"));
        Assert.That(await OutputOf(web => web.HttpsListenerReady.Urn), Does.EndWith("aws:lb/listener:Listener::web-https"));
    }

    private static List<RecordedResource> OfAws(Recorded recorded) =>
        [.. recorded.Resources.Where(resource => resource.Type.StartsWith("aws:", StringComparison.Ordinal))];

    private static Task<string> OutputOf(Func<HttpsLoadBalancer, Output<string>> output) =>
        Cloud.OutputOf(() => output(new HttpsLoadBalancer("web", A.LoadBalancer())));

    private static Task<Recorded> Run(HttpsLoadBalancerArgs args) => Cloud.Run(options => _ = new HttpsLoadBalancer("web", args, options));
}
