using System.Text.Json.Nodes;
using Infra.Cli.Live.Drill;
using Infra.Cli.Live.Drill.Steps;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Drill;

/// <summary>Which addresses and which strangers are found, of all that a machine and its groups may have.</summary>
[Requirement("R1")]
internal sealed class NetworkStepTests
{
    private const string Closed = "though from here it answers on none of the ports 80, 443, 22";

    // Beside the address on the left, those of two interfaces.
    [PlainCase("""{}""", "")]
    [PlainCase("""{"PublicIpAddress": "", "PublicDnsName": ""}""", "")]
    [PlainCase("""{"NetworkInterfaces": [{}, {"PrivateIpAddresses": [{}], "Association": {}}]}""", "")]
    [PlainCase("""{"NetworkInterfaces": [{"Ipv6Addresses": [{}, {"Ipv6Address": ""}]}]}""", "")]
    [PlainCase("""{"PublicIpAddress": "1.1.1.1", "PublicDnsName": "a.example"}""", "1.1.1.1")]
    [PlainCase("""{"PublicDnsName": "a.example"}""", "a.example")]
    [PlainCase("""{"PublicIpAddress": "1.1.1.1", "NetworkInterfaces": [{"Association": {"PublicIp": "1.1.1.1"}}]}""", "1.1.1.1")]
    [PlainCase(
        """
        {"PublicIpAddress": "1.1.1.1", "NetworkInterfaces": [
          {"Association": {"PublicIp": "2.2.2.2"}, "Ipv6Addresses": [{"Ipv6Address": "2001:db8::1"}, {"Ipv6Address": "2001:db8::2"}],
           "PrivateIpAddresses": [{"Association": {"PublicIp": "3.3.3.3"}}, {"Association": {"PublicIp": "4.4.4.4"}}]},
          {"Association": {"PublicIp": "5.5.5.5"}, "Ipv6Addresses": [{"Ipv6Address": "2001:db8::3"}]}]}
        """,
        "1.1.1.1 2.2.2.2 5.5.5.5 3.3.3.3 4.4.4.4 2001:db8::1 2001:db8::2 2001:db8::3")]
    public async Task Addresses_OfAMachine_AreFoundEach(string machine, string addresses)
    {
        var found = addresses.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(address => $"i-1 has {address}, {Closed}").ToList();

        Assert.That(
            await AskAsync(new PlayedPortProbe(), Machine("i-1", machine)),
            Is.EqualTo(found.Count == 0
                ? "Pass: 1 asked: no public IPv4 address, no public name, no IPv6 address"
                : $"Fail: {string.Join("; ", found)}"));
    }

    [Test]
    public async Task Machines_AreAskedEach_AndNoneIsNoAnswer()
    {
        var open = """{"PublicIpAddress": "1.1.1.1"}""";

        Assert.That(await AskAsync(new PlayedPortProbe()), Is.EqualTo("NotChecked: no machine of the group runs"));
        Assert.That(
            await AskAsync(new PlayedPortProbe(), Machine("i-1", "{}"), Machine("i-2", "{}")),
            Is.EqualTo("Pass: 2 asked: no public IPv4 address, no public name, no IPv6 address"));
        Assert.That(
            await AskAsync(new PlayedPortProbe(443), Machine("i-1", open), Machine("i-2", "{}"), Machine("i-3", open)),
            Is.EqualTo("Fail: i-1 has 1.1.1.1, which answers on port 443; i-3 has 1.1.1.1, which answers on port 443"));
    }

    [TestCase("80", "which answers on port 80")]
    [TestCase("22", "which answers on port 22")]
    [TestCase("22 443", "which answers on port 443 and 22")]
    [TestCase("80 443 22", "which answers on port 80 and 443 and 22")]
    [TestCase("8080", Closed)]
    public async Task Ports_ThatAnswer_AreNamed(string open, string seen) => Assert.That(
        await AskAsync(new PlayedPortProbe([.. open.Split(' ').Select(int.Parse)]), Machine("i-1", """{"PublicIpAddress": "1.1.1.1"}""")),
        Is.EqualTo($"Fail: i-1 has 1.1.1.1, {seen}"));

    [PlainCase("""{"SecurityGroups": [{"GroupId": "sg-1", "IpPermissions": []}]}""", "Pass: sg-1, sg-2: only sg-8, sg-9")]
    [PlainCase(
        """
        {"SecurityGroups": [{"GroupId": "sg-1", "IpPermissions": [{"UserIdGroupPairs": [{"GroupId": "sg-9"}, {"GroupId": "sg-8"}]}]}]}
        """,
        "Pass: sg-1, sg-2: only sg-8, sg-9")]
    [PlainCase(
        """
        {"SecurityGroups": [
          {"GroupId": "sg-1", "IpPermissions": [
            {"UserIdGroupPairs": [{"GroupId": "sg-9"}, {"GroupId": "sg-3"}], "IpRanges": [{"CidrIp": "10.0.0.0/8"}]},
            {"IpRanges": [{"CidrIp": "10.0.0.0/8"}], "Ipv6Ranges": [{"CidrIpv6": "::/0"}], "PrefixListIds": [{"PrefixListId": "pl-1"}]}]},
          {"GroupId": "sg-2", "IpPermissions": [{"IpRanges": [{"CidrIp": "10.0.0.0/8"}]}]}]}
        """,
        "Fail: sg-1 admits sg-3; sg-1 admits 10.0.0.0/8; sg-1 admits ::/0; sg-1 admits pl-1; sg-2 admits 10.0.0.0/8")]
    public async Task SecurityGroups_AdmitTheLoadBalancers_AndNobodyElse(string groups, string seen)
    {
        var played = new PlayedDrill();
        played.Aws.Next["ec2 describe-instances"] = new([new(0, Machines(
            Machine("i-1", """{"SecurityGroups": [{"GroupId": "sg-1"}, {"GroupId": "sg-2"}]}"""),
            Machine("i-2", """{"SecurityGroups": [{"GroupId": "sg-2"}]}""")), "")]);
        played.Aws.Next["elbv2 describe-load-balancers"] = new(
            [new(0, """{"LoadBalancers": [{"SecurityGroups": ["sg-8", "sg-9"]}, {"SecurityGroups": ["sg-9"]}]}""", "")]);
        played.Aws.Next["ec2 describe-security-groups"] = new([new(0, groups, "")]);

        Assert.That(await StepScene.FindAsync(new AdmittedStep(), await StepScene.OfAsync(played)), Is.EqualTo(seen));
        Assert.That(played.Aws.Calls, Has.One.Contain("--group-ids sg-1 sg-2 --region"));
    }

    [Test]
    public async Task SecurityGroups_OfNoMachine_CouldNotBeChecked([Values("", "{}")] string machine)
    {
        var played = new PlayedDrill();
        played.Aws.Next["ec2 describe-instances"] = new(
            [new(0, Machines(machine == "" ? [] : [Machine("i-1", machine)]), "")]);

        Assert.That(
            await StepScene.FindAsync(new AdmittedStep(), await StepScene.OfAsync(played)),
            Is.EqualTo("NotChecked: no machine of the group runs"));
    }

    private static async Task<string> AskAsync(IPortProbe probe, params JsonNode[] machines)
    {
        var played = new PlayedDrill();
        played.Aws.Next["ec2 describe-instances"] = new([new(0, Machines(machines), "")]);
        return await StepScene.FindAsync(new PublicAddressStep(probe), await StepScene.OfAsync(played));
    }

    private static string Machines(params JsonNode[] machines) => new JsonObject
    {
        ["Reservations"] = new JsonArray([.. machines.Select(machine => new JsonObject { ["Instances"] = new JsonArray(machine) })]),
    }.ToJsonString();

    private static JsonNode Machine(string id, string rest)
    {
        var machine = JsonNode.Parse(rest)!;
        machine["InstanceId"] = id;
        return machine;
    }
}
