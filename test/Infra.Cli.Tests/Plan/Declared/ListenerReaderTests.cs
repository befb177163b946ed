using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.LoadBalancing;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Declared;

/// <summary>A listener, read part by part.</summary>
internal sealed class ListenerReaderTests
{
    private const string Http = "'protocol': 'HTTP', 'port': 80";
    private const string Https = "'protocol': 'HTTPS', 'port': 443";

    [Test]
    public void Listener_ThatLeavesOut_HasAwssDefaults()
    {
        var (http, https) = (Read(Http), Read(Https));

        Assert.Multiple(() =>
        {
            Assert.That((http.IsHttps, http.Protocol, http.Port, http.Action), Is.EqualTo((false, "HTTP", 80, "none")));
            Assert.That((https.IsHttps, https.Protocol, https.Port, https.Action), Is.EqualTo((true, "HTTPS", 443, "none")));
            Assert.That((http.TlsPolicy, https.TlsPolicy), Is.EqualTo(((string?)null, "ELBSecurityPolicy-2016-08")));
            Assert.That((http.IsTls13Only, https.IsTls13Only), Is.EqualTo((false, false)));
            Assert.That(new object?[] { http.Certificate, http.Redirect, http.TargetGroup }, Is.All.Null);
            Assert.That((http.NamesItself, http.ResponseHeaders.Count), Is.EqualTo((true, 0)));
        });
    }

    [Test]
    public void Policy_ThatRefusesTls12_IsThat()
    {
        Assert.That(Read($"{Https}, 'sslPolicy': '{TlsPolicies.Tls13Only[0]}'").IsTls13Only, Is.True);
        Assert.That(Read($"{Https}, 'sslPolicy': '{TlsPolicies.Default}'").IsTls13Only, Is.False);
        Assert.That(Read($"{Http}, 'sslPolicy': '{TlsPolicies.Tls13Only[0]}'").TlsPolicy, Is.Null, "HTTP has none");
    }

    [PlainCase("'statusCode': 'HTTP_301'", "301 #{protocol} #{port} #{host} /#{path} #{query}")]
    [PlainCase("'statusCode': 'HTTP_302'", "302 #{protocol} #{port} #{host} /#{path} #{query}")]
    [PlainCase("", "302 #{protocol} #{port} #{host} /#{path} #{query}")]
    [PlainCase("'protocol': 'HTTPS', 'port': '443', 'host': 'h', 'path': '/p', 'query': 'q'", "302 HTTPS 443 h /p q")]
    public void Redirect_ThatLeavesOut_KeepsWhatWasAskedFor(string redirect, string expected)
    {
        var read = Read($"{Http}, 'defaultActions': [{{'type': 'redirect', 'redirect': {{{redirect}}}}}]");

        Assert.That(read.Action, Is.EqualTo("redirect"));
        Assert.That(
            read.Redirect is { } to ? $"{to.StatusCode} {to.Protocol} {to.Port} {to.Host} {to.Path} {to.Query}" : null,
            Is.EqualTo(expected));
    }

    [Test]
    public void Redirect_OfAnotherAction_IsNone() => Assert.That(
        Read($"{Http}, 'defaultActions': [{{'type': 'forward', 'redirect': {{'port': '443'}}}}]").Redirect, Is.Null);

    [PlainCase("arn:targets", ExpectedResult = "targets")]
    [PlainCase("arn:elsewhere", ExpectedResult = null)]
    public string? Targets_AreThoseOfTheStack(string arn) => Read(
        $"{Https}, 'defaultActions': [{{'type': 'forward', 'targetGroupArn': '{arn}'}}]",
        SmallStack.Node(TypeToken.TargetGroup, "targets", "'port': 443")).TargetGroup?.Name;

    [Test]
    public void Headers_AreFoundByTheirInputs()
    {
        var read = Read(
            $"{Https}, 'routingHttpResponseXFrameOptionsHeaderValue': 'DENY', "
            + "'routingHttpResponseStrictTransportSecurityHeaderValue': 'max-age=1', "
            + "'routingHttpResponseServerEnabled': false, 'routingHttpRequestXAmznTlsVersionHeaderName': 'no', 'otherHeaderValue': 'no'");

        Assert.That(read.NamesItself, Is.False);
        Assert.That(read.ResponseHeaders, Is.EquivalentTo(new Dictionary<string, string>
        {
            ["X-Frame-Options"] = "DENY",
            ["Strict-Transport-Security"] = "max-age=1",
        }));
        Assert.That(read.ResponseHeaders["x-frame-options"], Is.EqualTo("DENY"), "names of header fields have no case");
    }

    [Test]
    public void Certificate_IsOfTheStackOrSomebodyElses()
    {
        var selfSigned = SmallStack.Node(
            TypeToken.SelfSignedCert, "self", "'dnsNames': ['a.example.com', 'b.example.com'], 'validityPeriodHours': 24");
        var key = SmallStack.Node(TypeToken.PrivateKey, "key");
        var imported = SmallStack.Node(TypeToken.Certificate, "certificate", "'domainName': 'no.example.com'") with
        {
            Dependencies = [key.Urn, selfSigned.Urn],
        };
        var asked = SmallStack.Node(
            TypeToken.Certificate, "certificate", "'domainName': 'a.example.com', 'subjectAlternativeNames': ['b.example.com']");
        var listener = $"{Https}, 'certificateArn': 'arn:certificate'";

        var (own, fromAcm, foreign) = (
            Read(listener, key, selfSigned, imported).Certificate!, Read(listener, asked).Certificate!, Read(listener).Certificate!);

        Assert.Multiple(() =>
        {
            Assert.That(own.Names, Is.EqualTo(["a.example.com", "b.example.com"]));
            Assert.That((own.Validity, own.IsSelfSigned), Is.EqualTo((TimeSpan.FromHours(24), true)));
            Assert.That(fromAcm.Names, Is.EqualTo(["a.example.com", "b.example.com"]));
            Assert.That((fromAcm.Validity, fromAcm.IsSelfSigned), Is.EqualTo((TimeSpan.FromDays(198), false)));
            Assert.That(foreign.Names, Is.Empty);
            Assert.That((foreign.Validity, foreign.IsSelfSigned), Is.EqualTo((TimeSpan.FromDays(198), false)));
        });
    }

    private static DeclaredListener Read(string inputs, params ResourceNode[] nodes) =>
        ListenerReader.Read(SmallStack.Of([.. nodes, SmallStack.Node(TypeToken.Listener, "listener", inputs)])).Single();
}
