using Infra.Networking;
using static Infra.Settings.Catalogue.NetworkCatalogue;

namespace Infra.Settings.Rules;

internal static class NetworkRules
{
    public static void Check(StackSettings settings, ProblemList problems)
    {
        CheckZones(settings, problems);
        CheckFamilies(settings.Network, problems);
        CheckOverlaps(settings.Network, problems);
    }

    private static void CheckZones(StackSettings settings, ProblemList problems)
    {
        if (!problems.AreRead(Zones) || !TextForms.IsRegion(settings.Region))
        {
            return;
        }

        foreach (var zone in settings.Network.Zones.Where(zone => zone[..^1] != settings.Region))
        {
            problems.Add(Zones, $"must be in the region of aws:region ({settings.Region})", zone, $"write {settings.Region}{zone[^1]}");
        }
    }

    // Either contradiction would deploy and then turn somebody away: an address nobody may use, or a block without an address to go to.
    private static void CheckFamilies(NetworkSettings network, ProblemList problems)
    {
        if (!problems.AreRead(AllowedCidrs, Ipv6))
        {
            return;
        }

        var ipv6 = problems.NameOf(Ipv6);
        var blocks = network.AllowedCidrs.Where(AddressBlocks.IsIPv6).ToArray();
        if (network.Ipv6 && blocks.Length == 0)
        {
            problems.Add(AllowedCidrs, $"must hold an IPv6 block when {ipv6} is true", string.Join(" and ", network.AllowedCidrs),
                $"add ::/0 for everyone, or set {ipv6} to false");
        }

        if (!network.Ipv6 && blocks.Length > 0)
        {
            problems.Add(AllowedCidrs, $"must hold no IPv6 block while {ipv6} is false", string.Join(" and ", blocks),
                $"set {ipv6} to true, or remove what is IPv6");
        }
    }

    private static void CheckOverlaps(NetworkSettings network, ProblemList problems)
    {
        if (!problems.AreRead(AllowedCidrs))
        {
            return;
        }

        foreach (var (index, block) in network.AllowedCidrs.Index())
        {
            foreach (var other in network.AllowedCidrs.Skip(index + 1).Where(other => CidrBlock.Overlap(block, other)))
            {
                problems.Add(AllowedCidrs, "must hold no block inside another", $"{block} and {other}", "keep the wider of the two");
            }
        }
    }
}
