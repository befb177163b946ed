using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims;

namespace Infra.Cli.Live.Drill.Steps;

/// <summary>R1: no server has an address on the internet; one that has is asked whether it answers there.</summary>
/// <param name="probe">Tries ports.</param>
internal sealed class PublicAddressStep(IPortProbe probe) : IDrillStep
{
    private static readonly int[] Ports = [80, 443, 22];

    public IReadOnlyList<Claim> Claims { get; } =
    [
        new(
            "R1",
            "no server has a public address",
            "that no server can be reached by its private address: from outside the network that leads nowhere"),
    ];

    public async Task<IReadOnlyList<Finding>> RunAsync(DrillContext context, CancellationToken cancellation)
    {
        var machines = await context.Cloud.MachinesAsync(cancellation);
        if (machines.Count == 0)
            return [Finding.NotChecked("no machine of the group runs")];

        var found = new List<string>();
        foreach (var machine in machines)
        {
            foreach (var address in AddressesOf(machine))
                found.Add($"{machine.InstanceId} has {address}, {await AnsweringAsync(address, cancellation)}");
        }

        return
        [
            Finding.Of(
                found.Count == 0,
                found.Count == 0
                    ? $"{machines.Count} asked: no public IPv4 address, no public name, no IPv6 address"
                    : string.Join("; ", found)),
        ];
    }

    private static List<string> AddressesOf(Machine machine)
    {
        var interfaces = machine.NetworkInterfaces;
        string?[] all =
        [
            machine.PublicIpAddress,
            .. interfaces.Select(each => each.Association?.PublicIp),
            .. interfaces.SelectMany(each => each.PrivateIpAddresses).Select(each => each.Association?.PublicIp),
            .. interfaces.SelectMany(each => each.Ipv6Addresses).Select(each => each.Address),
        ];
        var addresses = all.Where(address => !string.IsNullOrEmpty(address)).Select(address => address!).Distinct().ToList();

        // The name says no more than the address that it belongs to.
        if (addresses.Count == 0 && !string.IsNullOrEmpty(machine.PublicDnsName))
            addresses.Add(machine.PublicDnsName);
        return addresses;
    }

    private async Task<string> AnsweringAsync(string address, CancellationToken cancellation)
    {
        var open = new List<int>();
        foreach (var port in Ports)
        {
            if (await probe.OpensAsync(address, port, cancellation))
                open.Add(port);
        }

        return open.Count > 0
            ? $"which answers on port {string.Join(" and ", open)}"
            : $"though from here it answers on none of the ports {string.Join(", ", Ports)}";
    }
}
