using System.Text;
using Infra.Cli.Diagram.Facts;
using Infra.Cli.Shell;

namespace Infra.Cli.Diagram.Mermaid;

/// <summary>Writes an architecture as a Mermaid flowchart, which GitHub and many editors draw inside Markdown.</summary>
internal sealed class MermaidWriter
{
    private readonly Architecture _architecture;
    private readonly StringBuilder _text = new();
    private readonly Dictionary<StepKind, int> _steps;
    private int _depth = 1;

    private MermaidWriter(Architecture architecture)
    {
        _architecture = architecture;
        _steps = RequestPath.Of(architecture).ToDictionary(step => step.Kind, step => step.Number);
    }

    private bool HasLogs => _architecture.LoadBalancer.BucketLogs.Count > 0;

    /// <summary>The flowchart as text that ends with a line break.</summary>
    public static string Write(Architecture architecture)
    {
        var writer = new MermaidWriter(architecture);
        writer._text.Append("flowchart TB\n");
        writer.Nodes();
        writer.RequestEdges();
        writer.OtherEdges();
        return writer._text.ToString();
    }

    private void Nodes()
    {
        var (site, topic) = (_architecture.SiteName, _architecture.Topic);
        Node("clients", "Clients", $"from {Listed(_architecture.ClientCidrs)}");
        if (site is not null)
            Node("dns", "Amazon Route 53", site.Name);
        Subgraph("region", $"Region {_architecture.Region}", () =>
        {
            if (_architecture.Firewall is { } firewall)
                Node("firewall", "AWS WAF", Listed(firewall.Rules));
            Subgraph("vpc", $"VPC {_architecture.Vpc.Cidr} in {Listed(_architecture.Zones.Select(zone => zone.Name))}", VpcNodes);
            Node("certificate", "Certificate (ACM)", CertificateText.Of(_architecture.Https.First.Certificate));
            if (HasLogs)
                Node("logs", "S3 bucket: logs");
            Node("site", _architecture.Bucket, Listed(_architecture.Objects));
            if (_architecture.FlowLog is not null)
                Node("flowlogs", "CloudWatch Logs", "VPC flow logs");
            if (_architecture.ServerLog is not null)
                Node("output", "CloudWatch Logs", "application");
            Node("alarms", "CloudWatch", _architecture.Alarms);
            Node("topic", "SNS topic");
        });
        if (topic.Emails.Count > 0)
            Node("emails", ["E-mail", .. topic.Emails]);
    }

    private void VpcNodes()
    {
        var (https, zones) = (_architecture.Https, _architecture.Zones);
        Node("gateway", "Internet gateway");
        Subgraph("public", "Public subnets", () =>
        {
            Guard("publicGuard", _architecture.PublicGuard);
            if (_architecture.Redirect is { First.Redirect: { } redirect, Address: var address })
                Node("http", $"Listener {address}", $"{redirect.StatusCode} redirect to {redirect.Protocol} :{redirect.Port}");
            Node(
                "https",
                $"Application Load Balancer, {https.Address}",
                https.First.TlsPolicy!,
                Listed(zones.Select(zone => zone.Public.Cidr)));
            foreach (var zone in zones.Where(zone => zone.HasNatGateway))
                Node($"nat-{zone.Name}", "NAT gateway", zone.Name);
        });
        Subgraph("private", "Private subnets", () =>
        {
            Guard("privateGuard", _architecture.PrivateGuard);
            Node(
                "servers",
                $"Auto Scaling group, {_architecture.Servers}",
                Listed(zones.Select(zone => zone.Private.Cidr)));
            if (_architecture.InterfaceEndpoints.Count > 0)
                Node("endpoints", "Interface endpoints", Listed(_architecture.InterfaceEndpoints));
        });
        if (_architecture.GatewayEndpoints.Count > 0)
            Node("s3", "Gateway endpoint", Listed(_architecture.GatewayEndpoints));
    }

    private void RequestEdges()
    {
        var (https, target) = (_architecture.Https.Address, _architecture.TargetGroup);
        if (_architecture.SiteName is not null)
            Line($"clients ==>|{_steps[StepKind.Lookup]}: DNS| dns");

        var entrance = _architecture.Firewall is null ? "gateway" : "firewall";
        if (_architecture.Firewall is not null)
            Line($"clients ==>|{_steps[StepKind.Inspection]}: {https}| firewall ==> gateway");
        else
            Line("clients ==> gateway");
        Line($"gateway ==>|{_steps[StepKind.Tls]}: TLS| publicGuard ==> https");
        Line($"https ==>|{_steps[StepKind.Forward]}: {target.Protocol} :{target.Port}| privateGuard ==> servers");
        if (_architecture.Redirect is { } redirect)
        {
            Line($"clients -->|{redirect.Address}| {entrance}");
            Line("gateway --> publicGuard --> http");
        }
    }

    private void OtherEdges()
    {
        Line("certificate --> https");
        foreach (var natZone in _architecture.Zones.Select(zone => zone.Private.NatGatewayZone).OfType<string>().Distinct())
            Line($"servers --> nat-{natZone} --> gateway");
        if (_architecture.InterfaceEndpoints.Count > 0)
            Line("servers --> endpoints");
        if (_architecture.GatewayEndpoints.Count > 0)
            Line("servers --> s3 --> site");
        if (HasLogs)
            Line("https -.-> logs");
        if (_architecture.FlowLog is not null)
            Line("vpc -.-> flowlogs");
        if (_architecture.ServerLog is not null)
            Line("servers -.-> output");
        Line("servers -.-> alarms -.-> topic");
        if (_architecture.Topic.Emails.Count > 0)
            Line("topic -.-> emails");
    }

    private void Guard(string id, Admission guard) => Node(id, guard.Acl[0], guard.SecurityGroup[0]);

    private void Subgraph(string id, string title, Action content)
    {
        Line($"subgraph {id}[\"{Escaped(title)}\"]");
        _depth++;
        content();
        _depth--;
        Line("end");
    }

    private void Node(string id, params IEnumerable<string> lines) => Line($"{id}[\"{string.Join("<br/>", lines.Select(Escaped))}\"]");

    private void Line(string line) => _text.Append(' ', _depth * 4).Append(line).Append('\n');

    private static string Listed(IEnumerable<string> items) => string.Join(", ", items);

    // Mermaid's own entities, the hash first, which begins them:
    // https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters.
    private static string Escaped(string text) => LegibleText.Line(text)
        .Replace("#", "#35;", StringComparison.Ordinal)
        .Replace("\"", "#quot;", StringComparison.Ordinal)
        .Replace("<", "#lt;", StringComparison.Ordinal)
        .Replace(">", "#gt;", StringComparison.Ordinal);
}
