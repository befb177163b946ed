using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Declared;

/// <summary>How long logs are kept, wherever they go.</summary>
internal sealed class DeclaredLogTests
{
    [PlainCase("'retentionInDays': 1", ExpectedResult = 1)]
    [PlainCase("'retentionInDays': 365", ExpectedResult = 365)]
    [PlainCase("'retentionInDays': 0", ExpectedResult = null)]
    [TestCase("", ExpectedResult = null)]
    public int? Group_KeepsForSomeDaysOrForever(string inputs)
    {
        var read = new DeclaredStack(SmallStack.Of(SmallStack.Node(TypeToken.LogGroup, "group", inputs))).ServerLogs.Single();

        Assert.That(read.Name, Is.EqualTo("group"));
        return read.Days;
    }

    [TestCase("arn:group", ExpectedResult = 7)]
    [TestCase("arn:elsewhere", ExpectedResult = null)]
    public int? FlowLog_IsKeptByTheGroupThatItGoesTo(string destination)
    {
        var read = new DeclaredStack(SmallStack.Of(
            SmallStack.Node(TypeToken.LogGroup, "group", "'retentionInDays': 7"),
            SmallStack.Node(TypeToken.FlowLog, "flow", $"'logDestination': '{destination}'"))).FlowLogs.Single();

        Assert.That(read.Name, Is.EqualTo("flow"));
        return read.Days;
    }

    [Test]
    public void Groups_OfServers_AreThoseThatAwsRecordsNothingIn()
    {
        var stack = new DeclaredStack(SmallStack.Of(
            SmallStack.Node(TypeToken.LogGroup, "flow-group"),
            SmallStack.Node(TypeToken.LogGroup, "web-acl-group"),
            SmallStack.Node(TypeToken.LogGroup, "one"),
            SmallStack.Node(TypeToken.LogGroup, "two"),
            SmallStack.Node(TypeToken.FlowLog, "flow", "'logDestination': 'arn:flow-group', 'logDestinationConfigs': ['arn:one']"),
            SmallStack.Node(
                TypeToken.WebAclLoggingConfiguration, "web", "'logDestinationConfigs': ['arn:web-acl-group', 'arn:two']")));

        Assert.That(stack.ServerLogs.Select(log => log.Name), Is.EqualTo(["one", "two"]));
    }

    [PlainCase("", ExpectedResult = "none 0")]
    [PlainCase("'rules': [{'expiration': {'days': 90}}]", ExpectedResult = "90 0")]
    [PlainCase(
        "'rules': [{'expiration': {'days': 90}, 'noncurrentVersionExpiration': {'noncurrentDays': 3}}]", ExpectedResult = "90 3")]
    [PlainCase("'rules': [{'noncurrentVersionExpiration': {'noncurrentDays': 3}}]", ExpectedResult = "none 3")]
    public string Bucket_KeepsAsItsLifecycleSays(string lifecycle)
    {
        var bucket = lifecycle.Length > 0 ? $"'bucket': 'logs', {lifecycle}" : "'bucket': 'other', 'rules': [{'expiration': {'days': 1}}]";
        var read = Logs(bucket)!;

        Assert.That(read.Bucket, Is.EqualTo("logs"));
        return $"{(read.Days is { } days ? $"{days}" : "none")} {read.NoncurrentDays}";
    }

    [Test]
    public void Bucket_WithTwoLifecycles_IsOneMessage() => Assert.That(
        () => Logs("'bucket': 'logs'", "'bucket': 'logs'"),
        Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
            "bucket logs has 2 lifecycle configurations (lifecycle-0, lifecycle-1), and S3 takes one: leave the others out"));

    private static DeclaredBucketLogs? Logs(params string[] lifecycles)
    {
        var balancer = SmallStack.Node(TypeToken.LoadBalancer, "alb", "'accessLogs': {'enabled': true, 'bucket': 'logs'}");
        var nodes = lifecycles.Select((inputs, at) => SmallStack.Node(TypeToken.BucketLifecycleConfiguration, $"lifecycle-{at}", inputs));
        return DeclaredBucketLogs.Of(SmallStack.Of([balancer, .. nodes]), balancer, "accessLogs");
    }
}
