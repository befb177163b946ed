using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout;

/// <summary>Beside the VPC: its certificate, the logs, and who is told of trouble. Each stands beside what it belongs to.</summary>
internal static class EvidencePart
{
    private const string FirewallLogs = "firewall-logs";
    private const string FlowLogs = "flow-logs";
    private const string Certificate = "certificate";
    private const string LogBucket = "log-bucket";
    private const string Alarms = "alarms";
    private const string Topic = "topic";
    private const string Emails = "emails";
    private const double Gap = 18;

    public static void Draw(Sheet sheet)
    {
        DrawLogs(sheet);
        DrawBesideLoadBalancer(sheet);
        DrawAlerts(sheet);
    }

    private static void DrawLogs(Sheet sheet)
    {
        var architecture = sheet.Architecture;
        if (architecture.Firewall?.Log is { } firewallLog)
        {
            Add(sheet, FirewallLogs, sheet[FrontPart.Firewall].Y, Glyph.Log, "CloudWatch Logs", $"WAF requests{Kept(firewallLog.Days)}");
            sheet.ConnectHorizontally(LineKind.Evidence, FrontPart.Firewall, FirewallLogs, sheet[FirewallLogs].CenterY);
        }

        if (architecture.FlowLog is { } flowLog)
        {
            Add(sheet, FlowLogs, sheet.Rows.VpcTop, Glyph.Log, "CloudWatch Logs",
                $"{(architecture.ServerLog is null ? "VPC flow logs" : "flows, application")}{Kept(flowLog.Days)}");
            sheet.ConnectHorizontally(LineKind.Evidence, FramePart.Vpc, FlowLogs, sheet[FlowLogs].CenterY);
        }
    }

    private static void DrawBesideLoadBalancer(Sheet sheet)
    {
        var architecture = sheet.Architecture;
        var listener = sheet[LoadBalancerPart.HttpsListener];
        var origin = CertificateText.Of(architecture.Https.First.Certificate);
        Add(sheet, Certificate, listener.CenterY - (Rows.CardHeight / 2), Glyph.Certificate, "Certificate (ACM)", origin);
        sheet.ConnectHorizontally(LineKind.Traffic, Certificate, LoadBalancerPart.HttpsListener, listener.CenterY);

        if (architecture.LoadBalancer.BucketLogs is not [var (kind, logs), ..])
            return;

        var target = sheet[LoadBalancerPart.TargetGroup];
        Add(
            sheet, LogBucket, target.CenterY - (Rows.CardHeight / 2), Glyph.Bucket, "S3 bucket: logs", $"{kind} logs{Kept(logs.Days)}");
        sheet.ConnectHorizontally(LineKind.Evidence, LoadBalancerPart.LoadBalancer, LogBucket, target.CenterY);
    }

    private static void DrawAlerts(Sheet sheet)
    {
        var topic = sheet.Architecture.Topic;
        var group = sheet[GroupPart.Group];
        var watching = sheet.Architecture.HasDashboard ? $"{topic.AlarmCount} alarms, dashboard" : $"{topic.AlarmCount} alarms";
        Add(sheet, Alarms, group.Y - 30, Glyph.Alarm, "CloudWatch", watching);
        sheet.ConnectHorizontally(LineKind.Evidence, GroupPart.Group, Alarms, group.Y + 8);

        Add(sheet, Topic, sheet[Alarms].Bottom + Gap, Glyph.Topic, "SNS topic", topic.IsEncrypted ? "alerts, encrypted (KMS)" : "alerts");
        sheet.ConnectVertically(LineKind.Evidence, Alarms, Topic, sheet[Topic].CenterX);
        if (topic.HasGroupEvents)
            sheet.ConnectHorizontally(LineKind.Evidence, GroupPart.Group, Topic, sheet[Topic].CenterY);

        if (topic.Emails.Count > 0)
        {
            Add(sheet, Emails, sheet[Topic].Bottom + Gap, Glyph.Email, "E-mail", string.Join(", ", topic.Emails));
            sheet.ConnectVertically(LineKind.Evidence, Topic, Emails, sheet[Emails].CenterX);
        }
    }

    private static void Add(Sheet sheet, string name, double top, Glyph glyph, string heading, string detail) =>
        sheet.Add(Writing.Beside(name, top, FramePart.Region, glyph, heading, detail));

    private static string Kept(int? days) => days is null ? "" : $", {days} days";
}
