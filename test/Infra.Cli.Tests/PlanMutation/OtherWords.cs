using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.PlanMutation;

/// <summary>What else an input could say: AWS's opposite word, or what the same input of another resource says.</summary>
internal sealed class OtherWords
{
    // Words of AWS's interfaces; what a stack has itself needs no line here.
    private static readonly Dictionary<string, string> Opposites = new(StringComparer.Ordinal)
    {
        ["true"] = "false",
        ["false"] = "true",
        ["allow"] = "deny",
        ["deny"] = "allow",
        ["HTTP"] = "HTTPS",
        ["HTTPS"] = "HTTP",
        ["ELB"] = "EC2",
        ["HTTP_301"] = "HTTP_302",
        ["redirect"] = "fixed-response",
        ["forward"] = "fixed-response",
        ["Enabled"] = "Disabled",
        ["enabled"] = "disabled",
        ["ENABLED"] = "DISABLED",
        ["required"] = "optional",
        ["instance"] = "ip",
        ["dualstack"] = "ipv4",
        ["ipv4"] = "dualstack",
        ["application"] = "network",
        ["defensive"] = "monitor",
        ["HTTP1"] = "HTTP2",
        ["traffic-port"] = "8080",
        ["GreaterThanThreshold"] = "LessThanThreshold",
        ["GreaterThanOrEqualToThreshold"] = "LessThanThreshold",
        ["LessThanThreshold"] = "GreaterThanThreshold",
        ["LessThanOrEqualToThreshold"] = "GreaterThanThreshold",
        ["notBreaching"] = "breaching",
        ["breaching"] = "notBreaching",
        ["missing"] = "notBreaching",
        ["ignore"] = "evaluate",
        ["Sum"] = "Average",
        ["Average"] = "Maximum",
        ["Maximum"] = "Minimum",
        ["Minimum"] = "Maximum",
        ["TargetTrackingScaling"] = "SimpleScaling",
        ["ASGAverageCPUUtilization"] = "ASGAverageNetworkIn",
        ["ALBRequestCountPerTarget"] = "ASGAverageNetworkOut",
        ["Rolling"] = "ReplaceRootVolume",
        ["Gateway"] = "Interface",
        ["Interface"] = "Gateway",
        ["A"] = "AAAA",
        ["AAAA"] = "A",
        ["CNAME"] = "TXT",
        ["tcp"] = "udp",
        ["6"] = "17",
        ["-1"] = "6",
        ["REGIONAL"] = "CLOUDFRONT",
        ["ALL"] = "REJECT",
        ["IP"] = "CONSTANT",
        ["AES256"] = "aws:kms",
        ["BucketOwnerEnforced"] = "ObjectWriter",
        ["DNS"] = "EMAIL",
        ["cloud-watch-logs"] = "s3",
        ["standard"] = "unlimited",
        ["$Latest"] = "$Default",
        ["0.0.0.0/0"] = "10.0.0.0/8",
        ["::/0"] = "fd00::/8",
        ["nosniff"] = "none",
        ["DENY"] = "ALLOWALL",
        ["email"] = "sms",
        ["least_outstanding_requests"] = "round_robin",
        ["round_robin"] = "weighted_random",
        ["lb_cookie"] = "app_cookie",
        ["gp3"] = "standard",
        ["#{host}"] = "example.com",
        ["/#{path}"] = "/",
        ["#{query}"] = "a=b",
    };

    private readonly ILookup<(string Type, string Path), string> _seen;

    public OtherWords(IReadOnlyList<ResourceGraph> plans) => _seen = (
        from plan in plans
        from node in plan.Nodes
        from input in node.Inputs
        from leaf in Leaves(input.Key, input.Value)
        select ((node.Type, leaf.Path), leaf.Text)).Distinct().ToLookup(leaf => leaf.Item1, leaf => leaf.Text);

    /// <summary>Another word for an input; none where nobody knows one.</summary>
    public string? For(string type, string path, string word) =>
        Opposites.GetValueOrDefault(word)
        ?? _seen[(type, Normal(path))].FirstOrDefault(other => other != word && IsWord(other));

    // What has spaces is a sentence, and another sentence is as good.
    private static bool IsWord(string text) => text != "" && !text.Contains(' ', StringComparison.Ordinal);

    private static string Normal(string path) =>
        string.Join('.', path.Split('.').Select(step => step.All(char.IsAsciiDigit) ? "*" : step));

    private static IEnumerable<(string Path, string Text)> Leaves(string path, object value) => value switch
    {
        ImmutableDictionary<string, object> members => members.SelectMany(member => Leaves($"{path}.{member.Key}", member.Value)),
        ImmutableArray<object> items => items.SelectMany(item => Leaves($"{path}.*", item)),
        string text => [(path, text)],
        _ => [],
    };
}
