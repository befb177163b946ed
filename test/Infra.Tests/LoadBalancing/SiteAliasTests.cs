using Infra.LoadBalancing;
using Infra.Tests.Support;

namespace Infra.Tests.LoadBalancing;

public sealed class SiteAliasTests
{
    private static SiteAliasArgs Args => new()
    {
        DomainName = "www.example.com",
        HostedZoneId = "Z0123456789",
        LoadBalancerDnsName = "web.eu-west-1.elb.amazonaws.com",
        LoadBalancerZoneId = "ZELB",
        Ipv6 = false,
    };

    [Test]
    public async Task Alias_Ipv4_IsOneRecordThatLeadsToTheLoadBalancer()
    {
        var record = (await Run(Args)).Single("aws:route53/record:Record");

        Assert.That(Json.Of(record), Is.EqualTo(Expected("A")));
        Assert.That(record.Parent, Is.TypeOf<SiteAlias>());
    }

    [Test]
    public async Task Alias_Ipv6_IsOneRecordForEachKindOfAddress()
    {
        var recorded = await Run(Args.With(it => it.Ipv6 = true));

        Assert.That(recorded.All("aws:route53/record:Record"), Has.Count.EqualTo(2));
        Assert.That(Json.Of(recorded.Named("alias-ipv4")), Is.EqualTo(Expected("A")));
        Assert.That(Json.Of(recorded.Named("alias-ipv6")), Is.EqualTo(Expected("AAAA")));
    }

    private static string Expected(string type) => $$"""
        {
          "aliases": [
            {
              "evaluateTargetHealth": true,
              "name": "web.eu-west-1.elb.amazonaws.com",
              "zoneId": "ZELB"
            }
          ],
          "name": "www.example.com",
          "type": "{{type}}",
          "zoneId": "Z0123456789"
        }
        """;

    private static Task<Recorded> Run(SiteAliasArgs args) => Cloud.Run(options => _ = new SiteAlias("alias", args, options));
}
