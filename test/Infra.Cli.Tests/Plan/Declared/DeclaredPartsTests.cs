using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.Plan.Declared;

/// <summary>Target groups, uploads, topics and web ACLs of a few resources, read part by part.</summary>
internal sealed class DeclaredPartsTests
{
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html
    [Test]
    public void TargetGroup_ThatLeavesOut_HasAwssDefaults()
    {
        var read = DeclaredTargetGroup.Of(SmallStack.Node(TypeToken.TargetGroup, "targets", "'port': 80"));

        Assert.That((read.Name, read.IsHttps, read.Protocol, read.Port), Is.EqualTo(("targets", false, "HTTP", 80)));
        Assert.That(read.DeregistrationDelay, Is.EqualTo(TimeSpan.FromSeconds(300)));
        Assert.That(read.HealthCheck, Is.EqualTo(new DeclaredHealthCheck
        {
            IsEnabled = true,
            IsHttps = false,
            Path = "/",
            Matcher = "200",
            Interval = TimeSpan.FromSeconds(30),
            Timeout = TimeSpan.FromSeconds(5),
            HealthyThreshold = 5,
            UnhealthyThreshold = 2,
        }));
        Assert.That(read.HealthCheck.Protocol, Is.EqualTo("HTTP"));
    }

    [Test]
    public void TargetGroup_ThatSaysAll_HasWhatItSays()
    {
        var read = DeclaredTargetGroup.Of(SmallStack.Node(
            TypeToken.TargetGroup,
            "targets",
            "'port': 443, 'protocol': 'HTTPS', 'deregistrationDelay': 20, 'healthCheck': {'enabled': false, 'protocol': 'HTTPS', "
            + "'path': '/health', 'matcher': '200-299', 'interval': 10, 'timeout': 4, 'healthyThreshold': 3, 'unhealthyThreshold': 6}"));

        Assert.That((read.IsHttps, read.Protocol, read.Port), Is.EqualTo((true, "HTTPS", 443)));
        Assert.That(read.DeregistrationDelay, Is.EqualTo(TimeSpan.FromSeconds(20)));
        Assert.That(read.HealthCheck, Is.EqualTo(new DeclaredHealthCheck
        {
            IsEnabled = false,
            IsHttps = true,
            Path = "/health",
            Matcher = "200-299",
            Interval = TimeSpan.FromSeconds(10),
            Timeout = TimeSpan.FromSeconds(4),
            HealthyThreshold = 3,
            UnhealthyThreshold = 6,
        }));
        Assert.That(read.HealthCheck.Protocol, Is.EqualTo("HTTPS"));
    }

    [TestCase("../../artifacts/site.tar", true, ExpectedResult = "site")]
    [TestCase("../../artifacts/site.tar", false, ExpectedResult = null)]
    [TestCase("../../site/index.html", true, ExpectedResult = null)]
    public string? Upload_IsOfTheFolderThatWasPacked(string path, bool isFile)
    {
        var upload = SmallStack.Node(TypeToken.BucketObject, "upload", "'key': 'site.tar'");
        var read = DeclaredSite.Of(upload with { Inputs = upload.Inputs.SetItem("source", new LocalArchive(path, isFile)) });

        Assert.That((read.Name, read.Key), Is.EqualTo(("upload", "site.tar")));
        return read.Folder;
    }

    [Test]
    public void Uploads_AreTheApplicationOrSites()
    {
        var stack = new DeclaredStack(SmallStack.Of(
            SmallStack.Node(TypeToken.BucketObject, "site", "'key': 'site.tar'"),
            SmallStack.Node(TypeToken.BucketObject, "application", "'key': 'application.tar'")));

        Assert.That(stack.Sites.Select(site => (site.Name, site.Folder)), Is.EqualTo([("site", (string?)null)]));
        Assert.That(stack.Applications.Select(application => application.Name), Is.EqualTo(["application"]));
    }

    [Test]
    public void Topic_HasWhoHearsOfItAndWhatItHears()
    {
        const string Action = "'alarmActions': ['arn:other', 'arn:topic']";
        var graph = SmallStack.Of(
            SmallStack.Node(TypeToken.Topic, "topic", "'kmsMasterKeyId': 'key'"),
            SmallStack.Node(TypeToken.Topic, "other"),
            SmallStack.Node(TypeToken.MetricAlarm, "one", Action),
            SmallStack.Node(TypeToken.CompositeAlarm, "two", Action),
            SmallStack.Node(TypeToken.MetricAlarm, "silent"),
            SmallStack.Node(TypeToken.TopicSubscription, "a", "'protocol': 'email', 'topic': 'arn:topic', 'endpoint': 'a@example.com'"),
            SmallStack.Node(TypeToken.TopicSubscription, "b", "'protocol': 'sms', 'topic': 'arn:topic', 'endpoint': '1'"),
            SmallStack.Node(TypeToken.TopicSubscription, "c", "'protocol': 'email', 'topic': 'arn:far', 'endpoint': 'c@example.com'"),
            SmallStack.Node(TypeToken.GroupNotification, "events", "'topicArn': 'arn:topic'"),
            SmallStack.Node(TypeToken.GroupNotification, "further", "'topicArn': 'arn:far'"));

        var (topic, other) = (new DeclaredStack(graph).Topics[0], new DeclaredStack(graph).Topics[1]);

        Assert.That((topic.Name, topic.AlarmCount, topic.IsEncrypted, topic.HasGroupEvents), Is.EqualTo(("topic", 2, true, true)));
        Assert.That(topic.Emails, Is.EqualTo(["a@example.com"]));
        Assert.That((other.Name, other.AlarmCount, other.IsEncrypted, other.HasGroupEvents), Is.EqualTo(("other", 2, false, false)));
        Assert.That(other.Emails, Is.Empty);
    }

    [Test]
    public void WebAcl_HasItsRulesInOrder_AndItsLogs()
    {
        var acl = SmallStack.Node(
            TypeToken.WebAcl,
            "acl",
            "'rules': [{'name': 'b', 'priority': 2, 'action': {'count': {}}}, {'name': 'a', 'priority': 1, 'action': {'block': {}}, "
            + "'statement': {'rateBasedStatement': {'limit': 100, 'evaluationWindowSec': 60}}}, "
            + "{'name': 'c', 'priority': 3, 'statement': {'rateBasedStatement': {'limit': 200}}}]");
        var graph = SmallStack.Of(
            acl,
            SmallStack.Node(TypeToken.LogGroup, "group", "'retentionInDays': 7"),
            SmallStack.Node(
                TypeToken.WebAclLoggingConfiguration, "log", "'resourceArn': 'arn:acl', 'logDestinationConfigs': ['arn:group']"),
            SmallStack.Node(TypeToken.WebAclLoggingConfiguration, "far", "'resourceArn': 'arn:other'"));

        var read = new DeclaredStack(graph).WebAcls.Single();

        Assert.That(read.Name, Is.EqualTo("acl"));
        Assert.That(read.Rules, Is.EqualTo([
            new DeclaredWebAclRule("a", 100, 60, OnlyCounts: false),
            new DeclaredWebAclRule("b", RateLimit: null, 300, OnlyCounts: true),
            new DeclaredWebAclRule("c", 200, 300, OnlyCounts: false),
        ]));
        Assert.That(read.Logs, Is.EqualTo([new DeclaredLog("log", 7)]));
    }

    [Test]
    public void Stack_TellsWhoseItIs_AndCountsItsDashboards()
    {
        var stack = new DeclaredStack(SmallStack.Of(
            SmallStack.Node(TypeToken.Dashboard, "one"), SmallStack.Node(TypeToken.Dashboard, "two")));

        Assert.That((stack.ProjectName, stack.StackName, stack.Region), Is.EqualTo(("infra", "s", "eu-west-1")));
        Assert.That(stack.DashboardCount, Is.EqualTo(2));
        foreach (var read in new Func<object>[]
        {
            () => stack.Vpcs, () => stack.Subnets, () => stack.NatGateways, () => stack.Endpoints, () => stack.FlowLogs,
            () => stack.ServerLogs, () => stack.LoadBalancers, () => stack.Groups, () => stack.WebAcls, () => stack.Sites,
            () => stack.Applications, () => stack.Topics,
        })
        {
            var first = read();
            Assert.That(read(), Is.SameAs(first), "read once");
        }

        Assert.That((object[])[.. stack.Vpcs, .. stack.Groups, .. stack.LoadBalancers, .. stack.Topics], Is.Empty);
    }
}
