using System.Globalization;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Tests.Checks;

namespace Infra.Cli.Tests.Plan.Declared;

/// <summary>The way from a private subnet to port 443 of 10.1.2.0/24, through rules in the order in which they are given.</summary>
internal sealed class AclPassageTests
{
    private const string Peer = "10.1.2.0/24";
    private const string AnswersIn = "in 100 allow tcp 0.0.0.0/0 1024-65535";

    [TestCase("100 allow tcp 0.0.0.0/0 443-443")]
    [TestCase("100 allow 6 10.1.2.0/24 443-443")]
    [TestCase("100 allow -1 10.0.0.0/8 0-0")]
    [TestCase("100 allow tcp 0.0.0.0/0 80-443")]
    [TestCase("100 allow tcp 0.0.0.0/0 443-500")]
    [TestCase("200 deny tcp 10.1.0.0/16 443-443", "100 allow tcp 0.0.0.0/0 443-443")]
    [TestCase("100 deny tcp 10.9.0.0/16 443-443", "200 allow tcp 0.0.0.0/0 443-443")]
    [TestCase("100 deny tcp 10.1.0.0/16 444-500", "200 allow tcp 0.0.0.0/0 443-443")]
    [TestCase("100 deny tcp 10.1.0.0/16 22-442", "200 allow tcp 0.0.0.0/0 443-443")]
    [TestCase("100 deny udp 10.1.0.0/16 443-443", "200 allow tcp 0.0.0.0/0 443-443")]
    [TestCase("100 deny tcp ::/0 443-443", "200 allow tcp 0.0.0.0/0 443-443")]
    public async Task Way_IsOpen(params string[] rules) => Assert.That(await StoppedAsync([.. rules, AnswersIn]), Is.Null);

    [TestCase]
    [TestCase("100 allow tcp 10.1.2.0/25 443-443")]
    [TestCase("100 allow tcp 0.0.0.0/0 444-500")]
    [TestCase("100 allow tcp 0.0.0.0/0 80-442")]
    [TestCase("100 allow udp 0.0.0.0/0 443-443")]
    [TestCase("100 allow tcp ::/0 443-443")]
    [TestCase("100 allow tcp somewhere 443-443")]
    [TestCase("in 100 allow tcp 0.0.0.0/0 443-443")]
    [TestCase("other 100 allow tcp 0.0.0.0/0 443-443")]
    [TestCase("200 allow tcp 0.0.0.0/0 443-443", "100 deny tcp 10.1.0.0/16 443-443")]
    [TestCase("100 deny tcp 10.1.2.128/25 443-443", "200 allow tcp 0.0.0.0/0 443-443")]
    [TestCase("100 deny -1 10.1.0.0/16 0-0", "200 allow tcp 0.0.0.0/0 443-443")]
    public async Task Way_IsClosed(params string[] rules) =>
        Assert.That(await StoppedAsync([.. rules, AnswersIn]), Is.EqualTo($"net-acls-private stops what goes to {Peer} on port 443"));

    [TestCase]
    [TestCase("in 100 allow tcp 0.0.0.0/0 1025-65535")]
    [TestCase("in 100 allow tcp 0.0.0.0/0 1024-65534")]
    [TestCase("in 100 allow tcp 0.0.0.0/0 1024-3388")]
    [TestCase("in 100 allow tcp 0.0.0.0/0 1024-3388", "in 110 allow tcp 0.0.0.0/0 3391-65535")]
    [TestCase("in 100 deny tcp 0.0.0.0/0 3388-3389", "in 110 allow tcp 0.0.0.0/0 1024-65535")]
    public async Task Answers_AreStopped(params string[] rules) => Assert.That(
        await StoppedAsync(["100 allow tcp 0.0.0.0/0 443-443", .. rules]), Is.EqualTo($"net-acls-private stops answers from {Peer}"));

    [TestCase("in 100 allow tcp 0.0.0.0/0 1024-3388", "in 110 allow tcp 0.0.0.0/0 3390-65535")]
    [TestCase("in 100 deny tcp 0.0.0.0/0 3389-3389", "in 110 allow tcp 0.0.0.0/0 0-65535")]
    public async Task Answers_Pass(params string[] rules) =>
        Assert.That(await StoppedAsync(["100 allow tcp 0.0.0.0/0 443-443", .. rules]), Is.Null);

    private static async Task<string?> StoppedAsync(string[] rules)
    {
        var stack = (await RecordedStacks.Prod()).Without(node => node.Type == TypeToken.NetworkAclRule);
        foreach (var rule in rules)
            stack = With(stack, rule);

        return stack.Stopped(stack.Named("net-private-a"), isIn: false, Peer, 443);
    }

    // E.g. 'in 100 allow tcp 0.0.0.0/0 80-443'; of the other ACL with 'other', and for what goes out without 'in'.
    private static ResourceGraph With(ResourceGraph stack, string rule)
    {
        var words = rule.Split(' ');
        var ports = words[^1].Split('-');
        return stack.Add(
            TypeToken.NetworkAclRule,
            ("networkAclId", stack.Named(words[0] == "other" ? "net-acls-public" : "net-acls-private").Id!),
            ("egress", words[0] != "in"),
            ("ruleNumber", double.Parse(words[^5], CultureInfo.InvariantCulture)),
            ("ruleAction", words[^4]),
            ("protocol", words[^3]),
            (words[^2].Contains(':', StringComparison.Ordinal) ? "ipv6CidrBlock" : "cidrBlock", words[^2]),
            ("fromPort", double.Parse(ports[0], CultureInfo.InvariantCulture)),
            ("toPort", double.Parse(ports[1], CultureInfo.InvariantCulture)));
    }
}
