using Infra.Cli.Diagram.Facts;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Shell.Svg;

namespace Infra.Cli.Diagram.Layout;

/// <summary>What is recorded of a stack, how long it is kept, and who is told of trouble: from left to right, a row for each.</summary>
internal sealed class OperationsPart
{
    private const string Cloud = "operations-cloud";
    private const string Region = "operations-region";
    private const string Topic = "topic";
    private const string Alarms = "alarms";
    private const string Events = "group-events";
    private const string Rights = "rights";
    private const double SourceLeft = 32;
    private const double SourceRight = 306;
    private const double KeptLeft = 356;
    private const double KeptRight = 676;
    private const double ToldLeft = 726;
    private const double ToldRight = 948;
    private const double RowHeight = 54;
    private const double RowGap = 8;
    private const double HeadHeight = 66;

    private readonly Canvas _canvas;
    private readonly Architecture _architecture;
    private readonly List<Box> _cards = [];
    private readonly List<(string From, string To)> _ways = [];
    private readonly double _top;
    private double _y;

    private OperationsPart(Canvas canvas, Architecture architecture, double top)
    {
        (_canvas, _architecture, _top) = (canvas, architecture, top);
        _y = top + HeadHeight;
    }

    /// <summary>Draws them from a height on the page.</summary>
    /// <returns>The height where they end.</returns>
    public static double Draw(Canvas canvas, Architecture architecture, double top) =>
        new OperationsPart(canvas, architecture, top).Draw();

    private double Draw()
    {
        DrawLogs();
        DrawAlerts();
        DrawRights();
        var bottom = _y - RowGap + 10;
        _canvas.Add(Writing.Frame(
            Cloud, BoxKind.Cloud, Rect.Between(Columns.Margin, _top, Columns.CloudRight, bottom + 8), null, 200, Words.Label("AWS Cloud")));
        _canvas.Add(Writing.Frame(
            Region, BoxKind.Region, Rect.Between(Columns.RegionLeft, _top + 24, Columns.RegionRight, bottom), Cloud, 280,
            Words.Label($"Region {_architecture.Region}")));
        DrawHeads();
        foreach (var card in _cards)
            _canvas.Add(card);
        foreach (var (from, to) in _ways)
            _canvas.ConnectHorizontally(LineKind.Evidence, from, to, _canvas[from].CenterY);
        return DrawEmails(bottom + 8);
    }

    private void DrawHeads()
    {
        Head("operations-source", SourceLeft, SourceRight, "what happens");
        Head("operations-kept", KeptLeft, KeptRight, "where it is kept, and how long");
        Head("operations-told", ToldLeft, ToldRight, "who is told");

        void Head(string name, double left, double right, string text) => _canvas.Add(Writing.Caption(
            name, Rect.Between(left, _top + HeadHeight - 22, right, _top + HeadHeight - 2), Region, Words.Detail(text)));
    }

    private void DrawLogs()
    {
        if (_architecture.Firewall?.Log is { } firewallLog)
        {
            Row("firewall-source", Glyph.Firewall, ["AWS WAF", "requests, and which rule"],
                "firewall-logs", Glyph.Log, ["CloudWatch Logs", $"WAF requests{Kept(firewallLog.Days)}"]);
        }

        if (_architecture.FlowLog is { } flowLog)
        {
            Row("flow-source", Glyph.Network, ["VPC", "connections, admitted or not"],
                "flow-logs", Glyph.Log, ["CloudWatch Logs", $"VPC flow logs{Kept(flowLog.Days)}"]);
        }

        var logs = _architecture.LoadBalancer.BucketLogs;
        if (logs.Count > 0)
        {
            Row("load-balancer-source", Glyph.LoadBalancer, ["Application Load Balancer", "requests, connections, checks"],
                "log-bucket", Glyph.Bucket,
                ["S3 bucket: logs", $"{string.Join(", ", logs.Select(log => log.Kind))} logs", Kept(logs[0].Logs)]);
        }

        if (_architecture.ServerLog is { } serverLog)
        {
            Row("output-source", Glyph.Server, ["EC2 instances", "the application's output"],
                "application-logs", Glyph.Log, ["CloudWatch Logs", $"application{Kept(serverLog.Days)}"]);
        }
    }

    private void DrawAlerts()
    {
        var topic = _architecture.Topic;
        var top = _y;
        Row("metrics-source", Glyph.Group, ["Group, load balancer, VPC", "metrics, each minute"],
            Alarms, Glyph.Alarm, ["CloudWatch", $"{_architecture.Alarms}{(_architecture.HasDashboard ? ", dashboard" : "")}"]);
        if (topic.HasGroupEvents)
        {
            Source(Events, Glyph.Group, ["Auto Scaling group", "launches, terminations"]);
            _y += RowHeight + RowGap;
            _ways.Add((Events, Topic));
        }

        _cards.Add(Card(
            Topic, Rect.Between(ToldLeft, top, ToldRight, _y - RowGap), Glyph.Topic,
            ["SNS topic", topic.IsEncrypted ? "alerts, encrypted (KMS)" : "alerts"]));
        _ways.Add((Alarms, Topic));
    }

    private void DrawRights()
    {
        const double Room = KeptRight - SourceLeft - 52;
        const double LineHeight = 16;
        var whole = string.Join("; ", RightsText.Of(_architecture.LaunchTemplate.Role));
        var rights = WrappedText.Of(whole, Room, TextStyle.Detail.Size());
        var height = Math.Max(RowHeight, ((rights.Count + 1) * LineHeight) + 6);
        var bounds = Rect.Between(SourceLeft, _y, KeptRight, _y + height);
        _cards.Add(Writing.Card(Rights, BoxKind.Card, bounds, Region, Glyph.Role,
        [
            Words.Heading("What a server may do, by its IAM role"),
            .. rights.Select((line, index) => Words.Detail(line) with { Whole = index == 0 ? whole : "" }),
        ]));
        _y += height + RowGap;
    }

    private double DrawEmails(double bottom)
    {
        const string Emails = "emails";
        if (_architecture.Topic.Emails.Count == 0)
            return bottom;

        var bounds = Rect.Between(ToldLeft - 100, bottom + 22, ToldRight, bottom + 22 + Rows.CardHeight);
        _canvas.Add(Card(Emails, bounds, Glyph.Email, ["E-mail", string.Join(", ", _architecture.Topic.Emails)]) with { Parent = null });
        _canvas.ConnectVertically(LineKind.Evidence, Topic, Emails, _canvas[Topic].CenterX);
        return bounds.Bottom;
    }

    private void Row(string from, Glyph fromGlyph, string[] source, string to, Glyph toGlyph, string[] kept)
    {
        Source(from, fromGlyph, source);
        _cards.Add(Card(to, Rect.Between(KeptLeft, _y, KeptRight, _y + RowHeight), toGlyph, kept));
        _ways.Add((from, to));
        _y += RowHeight + RowGap;
    }

    private void Source(string name, Glyph glyph, string[] texts) =>
        _cards.Add(Card(name, Rect.Between(SourceLeft, _y, SourceRight, _y + RowHeight), glyph, texts));

    private static Box Card(string name, Rect bounds, Glyph glyph, string[] texts) => Writing.Card(
        name, BoxKind.Card, bounds, Region, glyph, [Words.Heading(texts[0]), .. texts[1..].Select(text => Words.Detail(text))]);

    private static string Kept(int? days) => days is null ? ", for ever" : $", {days} days";

    // A versioned bucket keeps what has expired for some time more: both together are what is paid for.
    private static string Kept(DeclaredBucketLogs logs) => logs switch
    {
        { Days: null } => "for ever",
        { NoncurrentDays: 0 } => $"{logs.Days} days",
        _ => $"{logs.Days} days, {logs.NoncurrentDays} more as old versions",
    };
}
