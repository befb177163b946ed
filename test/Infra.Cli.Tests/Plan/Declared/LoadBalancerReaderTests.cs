using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Declared;

/// <summary>A load balancer of a few resources, read part by part.</summary>
internal sealed class LoadBalancerReaderTests
{
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html
    [Test]
    public void Balancer_ThatLeavesOut_HasAwssDefaults()
    {
        var read = Read("");

        Assert.Multiple(() =>
        {
            Assert.That(read.Name, Is.EqualTo("alb"));
            Assert.That((read.IsInternetFacing, read.IsDualStack, read.IsDeletionProtected), Is.EqualTo((true, false, false)));
            Assert.That((read.DropInvalidHeaders, read.Http2), Is.EqualTo((false, true)));
            Assert.That(read.IdleTimeout, Is.EqualTo(TimeSpan.FromSeconds(60)));
            Assert.That(read.SubnetIds.Concat(read.SecurityGroupIds), Is.Empty);
            Assert.That(read.Ingress, Is.Empty);
            Assert.That(new[] { read.AccessLogs, read.ConnectionLogs, read.HealthCheckLogs }, Is.All.Null);
            Assert.That(read.BucketLogs, Is.Empty);
        });
    }

    [Test]
    public void Balancer_ThatSaysAll_HasWhatItSays()
    {
        var read = Read(
            "'internal': true, 'ipAddressType': 'dualstack', 'enableDeletionProtection': true, 'subnets': ['a', 'b'], "
            + "'securityGroups': ['web-id'], 'idleTimeout': 30, 'dropInvalidHeaderFields': true, 'enableHttp2': false");

        Assert.Multiple(() =>
        {
            Assert.That((read.IsInternetFacing, read.IsDualStack, read.IsDeletionProtected), Is.EqualTo((false, true, true)));
            Assert.That((read.DropInvalidHeaders, read.Http2), Is.EqualTo((true, false)));
            Assert.That(read.IdleTimeout, Is.EqualTo(TimeSpan.FromSeconds(30)));
            Assert.That(read.SubnetIds, Is.EqualTo(["a", "b"]));
            Assert.That(read.SecurityGroupIds, Is.EqualTo(["web-id"]));
        });
    }

    [PlainCase("'cidrIpv4': '10.0.0.0/8', 'fromPort': 80, 'toPort': 443", ExpectedResult = "10.0.0.0/8 80-443")]
    [PlainCase("'cidrIpv6': '::/0', 'fromPort': 80, 'toPort': 80", ExpectedResult = "::/0 80-80")]
    [PlainCase("'referencedSecurityGroupId': 'sg', 'toPort': 80", ExpectedResult = "sg 0-80")]
    [PlainCase("'prefixListId': 'pl', 'fromPort': 80", ExpectedResult = "pl 80-65535")]
    public string Ingress_IsFromWhomARuleNames(string rule)
    {
        var read = Read(
            "'securityGroups': ['web-id']",
            SmallStack.Node(TypeToken.SecurityGroupIngressRule, "rule", $"'securityGroupId': 'web-id', {rule}"),
            SmallStack.Node(TypeToken.SecurityGroupIngressRule, "other", "'securityGroupId': 'other-id', 'cidrIpv4': '0.0.0.0/0'"));
        return string.Join(", ", read.Ingress.Select(ingress => $"{ingress.Source} {ingress.FromPort}-{ingress.ToPort}"));
    }

    [PlainCase("'cidrIpv4': '0.0.0.0/0'", "securityGroupId")]
    [PlainCase("'securityGroupId': 'web-id'", "prefixListId")]
    public void Ingress_ThatNamesNobody_IsOneMessage(string rule, string missing) => Assert.That(
        () => Read("'securityGroups': ['web-id']", SmallStack.Node(TypeToken.SecurityGroupIngressRule, "rule", rule)),
        Throws.TypeOf<InvalidUsageException>().With.Message
            .EqualTo($"{TypeToken.SecurityGroupIngressRule} rule must set {missing} for this"));

    [Test]
    public void Records_AreThoseThatLeadToIt()
    {
        var read = Read(
            "",
            SmallStack.Node(TypeToken.DnsRecord, "www", "'name': 'www.example.com', 'type': 'A', 'aliases': [{'name': 'alb.aws'}]"),
            SmallStack.Node(TypeToken.DnsRecord, "far", "'name': 'far.example.com', 'type': 'A', 'aliases': [{'name': 'other.aws'}]"));

        Assert.That(read.Aliases, Is.EqualTo([new DeclaredAlias("www", "www.example.com", "A")]));
    }

    [Test]
    public void Inspections_AreThoseOfIt_WithTheirAcl()
    {
        var read = Read(
            "",
            SmallStack.Node(TypeToken.WebAcl, "acl"),
            SmallStack.Node(TypeToken.WebAclAssociation, "own", "'resourceArn': 'arn:alb', 'webAclArn': 'arn:acl'"),
            SmallStack.Node(TypeToken.WebAclAssociation, "foreign", "'resourceArn': 'arn:alb', 'webAclArn': 'arn:elsewhere'"),
            SmallStack.Node(TypeToken.WebAclAssociation, "far", "'resourceArn': 'arn:other', 'webAclArn': 'arn:acl'"));

        Assert.That(
            read.Inspections.Select(inspection => (inspection.Name, inspection.WebAcl?.Name)),
            Is.EqualTo([("own", "acl"), ("foreign", (string?)null)]));
    }

    [Test]
    public void Listeners_AreThoseOfIt()
    {
        var read = Read(
            "",
            SmallStack.Node(TypeToken.Listener, "https", "'loadBalancerArn': 'arn:alb', 'protocol': 'HTTPS', 'port': 443"),
            SmallStack.Node(TypeToken.Listener, "far", "'loadBalancerArn': 'arn:other', 'protocol': 'HTTPS', 'port': 443"),
            SmallStack.Node(TypeToken.Listener, "http", "'loadBalancerArn': 'arn:alb', 'protocol': 'HTTP', 'port': 80"));

        Assert.That(
            read.Listeners.Select(listener => (listener.Name, listener.Protocol)), Is.EqualTo([("https", "HTTPS"), ("http", "HTTP")]));
        Assert.That((read.Https.Name, read.Http?.Name), Is.EqualTo(("https", "http")));
    }

    [Test]
    public void Listener_ForPlainHttp_MayBeMissing()
    {
        var read = Read("");

        Assert.That(read.Http, Is.Null);
        Assert.That(() => read.Https, Throws.TypeOf<InvalidOperationException>());
    }

    [Test]
    public void Logs_AreThoseThatAreEnabled_TheMostTellingFirst()
    {
        var read = Read(
            "'healthCheckLogs': {'enabled': true, 'bucket': 'c'}, 'accessLogs': {'enabled': true, 'bucket': 'a'}, "
            + "'connectionLogs': {'enabled': 'true', 'bucket': 'b'}");
        var other = Read("'accessLogs': {'enabled': false, 'bucket': 'a'}, 'connectionLogs': {'bucket': 'b'}");

        Assert.That(
            read.BucketLogs.Select(logs => (logs.Kind, logs.Logs.Bucket)),
            Is.EqualTo([("access", "a"), ("connection", "b"), ("health check", "c")]));
        Assert.That(other.BucketLogs, Is.Empty);
        Assert.That(DeclaredBucketLogs.Kinds, Is.EqualTo(["accessLogs", "connectionLogs", "healthCheckLogs"]));
    }

    private static DeclaredLoadBalancer Read(string inputs, params ResourceNode[] nodes) => new DeclaredStack(SmallStack.Of(
        [SmallStack.Node(TypeToken.LoadBalancer, "alb", inputs, "'dnsName': 'alb.aws'"), .. nodes])).LoadBalancers.Single();
}
