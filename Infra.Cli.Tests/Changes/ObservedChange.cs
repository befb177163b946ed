using System.Text.RegularExpressions;
using Infra.Cli.Tests.Properties;

namespace Infra.Cli.Tests.Changes;

/// <summary>What the provider would do to a running stack between two of its plans.</summary>
internal sealed partial class ObservedChange
{
    private const string Group = "aws:autoscaling/group:Group";
    private const string LaunchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";

    // What is made anew before the former one goes, and nobody holds on to.
    private static readonly string[] Exchanged = ["certificate", "certificate validation", "private key", "self signed cert"];

    // Without these somebody gets no answer.
    private static readonly string[] Needed =
        ["aws:ec2/natGateway:NatGateway", "aws:ec2/subnet:Subnet", "aws:ec2/vpcEndpoint:VpcEndpoint"];

    private readonly PlannedResources _before;
    private readonly PlannedResources _after;
    private readonly List<string> _replaced = [];

    public ObservedChange(PlannedResources before, PlannedResources after)
    {
        (_before, _after) = (before, after);
        foreach (var urn in Kept.Where(IsReplacedItself))
            Replace(urn);
    }

    /// <summary>Whether servers are replaced: the group follows the template's newest version, and its subnets by a trigger.</summary>
    public bool RollsServers => Kept.Any(urn => Differences(urn).Any(difference =>
        difference.Type == LaunchTemplate || difference is { Type: Group, Input: "vpcZoneIdentifiers" }));

    /// <summary>The kinds of what is made anew, in words.</summary>
    public IReadOnlySet<string> Replaces => _replaced.Select(KindOf).ToHashSet();

    /// <summary>The resources whose change somebody notices.</summary>
    public IEnumerable<string> Interrupting =>
    [
        .. _replaced.Where(urn => !Exchanged.Contains(KindOf(urn)) && !IsProof(urn)),
        .. _before.Urns.Except(_after.Urns).Where(urn => Needed.Contains(_before.TypeOf(urn)) || IsName(urn)),
        // One that is changed in place has its former ports and peers no longer.
        .. Kept.Where(urn => KindOf(urn).StartsWith("security group", StringComparison.Ordinal) && Differences(urn).Any()),
    ];

    private IEnumerable<string> Kept => _before.Urns.Intersect(_after.Urns);

    private bool IsReplacedItself(string urn) =>
        _before.TriggerOf(urn) != _after.TriggerOf(urn)
        || Differences(urn).Any(difference => !UpdatedInPlace.Contains(difference.Type, difference.Input));

    // What has an input of a replaced resource's outputs gets another value there, which may replace it as well.
    private void Replace(string urn)
    {
        if (_replaced.Contains(urn))
            return;

        _replaced.Add(urn);
        foreach (var dependent in Kept)
        {
            if (_after.InputsFrom(dependent, urn).Any(input => !UpdatedInPlace.Contains(_after.TypeOf(dependent), input)))
                Replace(dependent);
        }
    }

    private IEnumerable<(string Type, string Input)> Differences(string urn) => _before.Differences(_after, urn);

    private static bool IsName(string urn) => urn.Contains("SiteAlias$", StringComparison.Ordinal);

    // The record by which ACM believes the name, which nobody else looks up.
    private static bool IsProof(string urn) => KindOf(urn) == "record" && !IsName(urn);

    // TargetGroup of aws:lb/targetGroup:TargetGroup, as AWS writes it: target group.
    private static string KindOf(string urn)
    {
        var type = urn.Split("::")[2];
        return Capital().Replace(type[(type.LastIndexOf(':') + 1)..], " $0").Trim().ToLowerInvariant();
    }

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
