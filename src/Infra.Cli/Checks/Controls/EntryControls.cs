using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>The way from the internet to the load balancer: every link is there.</summary>
internal static class EntryControls
{
    private const string AnyIPv4 = "0.0.0.0/0";
    private const string AnyIPv6 = "::/0";

    private static readonly Subjects OnTheInternet =
        Subjects.LoadBalancers.Where("load balancer on the internet", balancer => !balancer.IsTrue("internal"));

    // What stands in a VPC, by the input that says in which.
    private static readonly string[] InAVpc =
    [
        TypeToken.Subnet, TypeToken.RouteTable, TypeToken.InternetGateway, TypeToken.SecurityGroup, TypeToken.DefaultSecurityGroup,
        TypeToken.NetworkAcl, TypeToken.VpcEndpoint, TypeToken.TargetGroup,
    ];

    private static readonly Subjects Members = new("part of a VPC", graph => InAVpc.SelectMany(graph.OfType));

    public static ControlArea Area { get; } = new("Way in",
    [
        new("way-one-vpc", Severity.High, "Everything with a place in a network stands in the stack's VPC.")
        {
            Requirements = ["R1"],
            On = Members,
            Problem = (node, graph) => graph.ByIdOrArn(TypeToken.Vpc, node.Text("vpcId")) is null ? Expect.Actual(node, "vpcId") : null,
            Mend = "set vpcId to the id of the stack's VPC",
        },
        new("way-subnet-addresses", Severity.High, "Subnets have addresses of the VPC's, and each its own.")
        {
            Requirements = ["R1"],
            On = Subjects.OfType(TypeToken.Subnet, "subnet"),
            Problem = Addresses,
            Mend = "set vpcCidr to a private block of /16 to /23, from which the subnets are cut",
        },
        new("way-internet-route", Severity.Critical, "Each subnet of the load balancer has a route to the internet gateway.")
        {
            Requirements = ["R2"],
            On = OnTheInternet,
            Problem = Expect.None("does not reach the internet from", (balancer, graph) =>
                from subnet in graph.SubnetsAmong(balancer.Texts("subnets"))
                from block in IsDualStack(balancer) ? [AnyIPv4, AnyIPv6] : new[] { AnyIPv4 }
                where graph.InternetGatewayOf(subnet, block)?.Text("vpcId") != subnet.Text("vpcId")
                    || graph.RouteTableOf(subnet)?.Text("vpcId") != subnet.Text("vpcId")
                select $"{subnet.Name} ({block})"),
            Mend = "put the load balancer into public subnets: their route table leads 0.0.0.0/0, and ::/0 with ipv6, to "
                + "the internet gateway",
        },
        new("way-listeners", Severity.Critical, "The load balancer listens to HTTPS on 443, and to HTTP on 80 for those to be redirected.")
        {
            Requirements = ["R2", "R3"],
            On = Subjects.LoadBalancers,
            Problem = (balancer, graph) => Listens(balancer, graph, "HTTPS", 443) ?? Listens(balancer, graph, "HTTP", 80),
            Mend = "add the listener, with the load balancer's ARN",
        },
        new("way-listener-owned", Severity.High, "Every listener is a load balancer's of this stack.")
        {
            Requirements = ["R2"],
            On = Subjects.Listeners,
            Problem = (listener, graph) => graph.ByIdOrArn(TypeToken.LoadBalancer, listener.Text("loadBalancerArn")) is null
                ? Expect.Actual(listener, "loadBalancerArn")
                : null,
            Mend = "set loadBalancerArn to the ARN of the stack's load balancer",
        },
        new("way-admits-visitors", Severity.High,
            "The load balancer's security group admits visitors to its listeners, to both the same ones.")
        {
            Requirements = ["R2"],
            On = Subjects.LoadBalancers,
            Problem = Admits,
            Mend = "set allowedCidrs; each block gets a rule for port 80 and one for 443 (a list of allowedPrefixLists the latter alone)",
        },
        new("way-acl-in", Severity.High, "The ACL of the load balancer's subnets lets those visitors in, and the answers out.")
        {
            Requirements = ["R2"],
            On = Subjects.LoadBalancers,
            Problem = Expect.None("is cut off:", (balancer, graph) =>
                from rule in graph.Ingress(balancer.Texts("securityGroups"))
                from block in Blocks(rule)
                from subnet in graph.SubnetsAmong(balancer.Texts("subnets"))
                let stopped = graph.Stopped(subnet, isIn: true, block, rule.Number("fromPort") ?? 0)
                where stopped is not null
                select stopped),
            Mend = "allow the block to the port, and answers to it on 1024 to 65535; no rule with a lower number may deny them",
        },
        new("way-forward", Severity.Critical, "HTTPS requests go to the stack's servers, and nowhere else.")
        {
            Requirements = ["R2", "R5"],
            On = Subjects.HttpsListeners,
            Problem = Expect.All(
                (listener, graph) => listener.Items("defaultActions").Length == 1
                    && graph.OfType(TypeToken.TargetGroup).Any(targets => graph.ForwardsTo(listener, targets))
                        ? null
                        : "does not forward to a target group of this stack alone",
                (listener, graph) => Expect.Companions(listener, graph, TypeToken.ListenerRule, "listenerArn").FirstOrDefault() is { } rule
                    ? $"sends some requests elsewhere by {rule.Name}"
                    : null),
            Mend = "give the listener one default action: forward to the target group that the Auto Scaling group registers with",
        },
        new("way-names", Severity.High, "The site's name leads to the load balancer, by IPv4 and where it has that by IPv6.")
        {
            Requirements = ["R3"],
            On = new("site's name", graph => graph.OfType(TypeToken.LoadBalancer).Where(_ => Addressed(graph).Any())),
            Problem = Names,
            Mend = "make an alias record of type A, and with ipv6 one of AAAA, with the load balancer's dnsName and zoneId",
        },
        new("way-certificate", Severity.High, "The certificate of HTTPS is for the site's name, and is in use only once ACM has issued it.")
        {
            Requirements = ["R3"],
            On = Subjects.HttpsListeners,
            Problem = Expect.All(Waits, Fits),
            Mend = "give the listener the certificateArn of the CertificateValidation, of a certificate for domainName",
        },
        new("way-proof", Severity.High, "The records that prove the name to ACM are those that it asks for, in the site's zone.")
        {
            Requirements = ["R3"],
            On = Subjects.OfType(TypeToken.CertificateValidation, "certificate validation"),
            Problem = Proof,
            Mend = "make the CNAME record from the certificate's domainValidationOptions, and name it in validationRecordFqdns",
        },
    ]);

    private static bool IsDualStack(ResourceNode balancer) => balancer.Text("ipAddressType") == "dualstack";

    private static string? Addresses(ResourceNode subnet, ResourceGraph graph)
    {
        if (!IPNetwork.TryParse(subnet.Text("cidrBlock"), out var block))
            return Expect.Actual(subnet, "cidrBlock");

        var vpc = graph.ByIdOrArn(TypeToken.Vpc, subnet.Text("vpcId"));
        if (vpc is not null && !(IPNetwork.TryParse(vpc.Text("cidrBlock"), out var all) && Overlap(all, block)
            && all.PrefixLength <= block.PrefixLength))
        {
            return $"{Expect.Actual(subnet, "cidrBlock")}, which is not of {vpc.Text("cidrBlock")}";
        }

        if (subnet.Text("ipv6CidrBlock") is { } ipv6
            && graph.OfType(TypeToken.Subnet).FirstOrDefault(other => other != subnet && other.Text("ipv6CidrBlock") == ipv6) is { } same)
        {
            return $"shares {ipv6} with {same.Name}";
        }

        return graph.OfType(TypeToken.Subnet)
            .Where(other => other != subnet && IPNetwork.TryParse(other.Text("cidrBlock"), out var taken) && Overlap(taken, block))
            .Select(other => $"shares addresses with {other.Name}")
            .FirstOrDefault();
    }

    private static bool Overlap(IPNetwork one, IPNetwork other) => one.Contains(other.BaseAddress) || other.Contains(one.BaseAddress);

    private static string? Listens(ResourceNode balancer, ResourceGraph graph, string protocol, double port) =>
        graph.ListenersOf(balancer).Any(listener => listener.Text("protocol") == protocol && listener.Number("port") == port)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"has no listener for {protocol} on {port}");

    private static string? Admits(ResourceNode balancer, ResourceGraph graph)
    {
        var rules = graph.Ingress(balancer.Texts("securityGroups")).ToList();
        var https = Sources(443);
        var redirected = Sources(80).ToHashSet(StringComparer.Ordinal);
        if (https.Count == 0)
            return "admits nobody to port 443";
        if (IsDualStack(balancer) && !rules.Any(rule => rule.Has("cidrIpv6") || rule.Has("prefixListId")))
            return "admits nobody over IPv6";

        // A prefix list weighs much of a quota, and whoever is on it comes by HTTPS.
        return https.Where(source => !redirected.Contains(source) && !IsList(source))
            .Concat(redirected.Except(https))
            .Select(source => $"admits {source} to one of the ports 80 and 443")
            .FirstOrDefault();

        List<string> Sources(int port) =>
        [
            .. rules.Where(rule => SecurityGroupPassage.IsAbout(rule, port))
                .SelectMany(rule => new[] { rule.Text("cidrIpv4"), rule.Text("cidrIpv6"), rule.Text("prefixListId") })
                .OfType<string>(),
        ];

        bool IsList(string source) => rules.Any(rule => rule.Text("prefixListId") == source);
    }

    // A prefix list may have any address.
    private static IEnumerable<string> Blocks(ResourceNode rule) =>
        new[] { rule.Text("cidrIpv4"), rule.Text("cidrIpv6"), rule.Has("prefixListId") ? AnyIPv4 : null }.OfType<string>();

    private static IEnumerable<ResourceNode> Addressed(ResourceGraph graph) =>
        graph.OfType(TypeToken.DnsRecord).Where(record => record.Text("type") is "A" or "AAAA");

    private static string? Names(ResourceNode balancer, ResourceGraph graph)
    {
        var records = Addressed(graph).Where(record => record.Text("aliases.0.name") == balancer.Output("dnsName")).ToList();
        if (records.Find(record => record.Text("aliases.0.zoneId") != balancer.Output("zoneId")) is { } elsewhere)
            return $"is looked for in another zone by {elsewhere.Name}";

        // Without it a name with several answers would go on naming a load balancer without servers.
        var types = records.Select(record => record.Text("type")).ToList();
        var wanted = IsDualStack(balancer) ? ["A", "AAAA"] : new[] { "A" };
        return wanted.Except(types).Select(type => $"has no alias of type {type}")
            .Concat(types.Except(wanted).Select(type => $"has an alias of type {type}, and no such address"))
            .Concat(records.Select(record => record.Text("name")).Distinct().Skip(1).Select(name => $"has a second name, {name}"))
            .FirstOrDefault();
    }

    private static string? Waits(ResourceNode listener, ResourceGraph graph)
    {
        var certificate = graph.ByIdOrArn(TypeToken.Certificate, listener.Text("certificateArn"));
        var validation = graph.OfType(TypeToken.CertificateValidation)
            .FirstOrDefault(other => certificate is not null && other.Text("certificateArn") == certificate.Output("arn"));
        return validation is null || listener.Dependencies.Contains(validation.Urn) ? null : $"does not wait for {validation.Name}";
    }

    // Of a certificate that is not of the stack nothing but its ARN is known.
    private static string? Fits(ResourceNode listener, ResourceGraph graph)
    {
        if (listener.Text("certificateArn") is not { } arn)
            return Expect.Actual(listener, "certificateArn");

        if (graph.ByIdOrArn(TypeToken.Certificate, arn) is not { } certificate || certificate.Text("domainName") is not { } main)
        {
            return graph.OfType(TypeToken.Certificate).Any() && graph.ByIdOrArn(TypeToken.Certificate, arn) is null
                ? "has another certificate than the stack's"
                : null;
        }

        string[] names = [main, .. certificate.Texts("subjectAlternativeNames")];
        return Addressed(graph).Select(record => record.Text("name"))
            .Where(name => !names.Contains(name))
            .Select(name => $"has no certificate for {name}")
            .FirstOrDefault();
    }

    // ACM names its records with the dot at the end, Route 53 without.
    private static bool IsSameName(string? one, string other) => one?.TrimEnd('.') == other.TrimEnd('.');

    private static string? Proof(ResourceNode validation, ResourceGraph graph)
    {
        var certificate = graph.ByIdOrArn(TypeToken.Certificate, validation.Text("certificateArn"));
        if (certificate is null)
            return "waits for a certificate that is not the stack's";

        var records = graph.OfType(TypeToken.DnsRecord).Where(record => record.Text("type") == "CNAME").ToList();
        var zones = Addressed(graph).Select(record => record.Text("zoneId")).ToHashSet(StringComparer.Ordinal);
        return validation.Texts("validationRecordFqdns") is not { Count: > 0 } names
            ? Expect.Actual(validation, "validationRecordFqdns")
            : names.Where(name => !records.Any(record => IsSameName(record.Text("name"), name) && record.Texts("records").Count == 1
                    && record.Texts("records")[0].EndsWith(".acm-validations.aws.", StringComparison.Ordinal)
                    && IsAskedFor(certificate, name, record.Texts("records")[0])
                    && (zones.Count == 0 || zones.Contains(record.Text("zoneId")))))
                .Select(name => $"has no record {name} that leads to ACM")
                .FirstOrDefault();
    }

    // ACM keeps asking for the same value, also to renew.
    private static bool IsAskedFor(ResourceNode certificate, string name, string value) =>
        certificate.FindOutput("domainValidationOptions") is not ImmutableArray<object> options
        || options.OfType<ImmutableDictionary<string, object>>().All(option =>
            !IsSameName(option.GetValueOrDefault("resourceRecordName") as string, name)
            || option.GetValueOrDefault("resourceRecordValue") is not string asked || IsSameName(asked, value));
}
