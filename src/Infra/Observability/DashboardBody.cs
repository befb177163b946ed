using System.Text.Json;

namespace Infra.Observability;

/// <summary>
/// Writes the dashboard's body: alarms first, then what visitors see, then the servers. See
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html.
/// </summary>
public static class DashboardBody
{
    // CloudWatch's grid is 24 wide.
    private const int Width = 24;
    private const int Half = Width / 2;
    private const int Height = 6;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The body as JSON.</summary>
    public static string Render(DashboardInputs inputs)
    {
        string[] group = ["AutoScalingGroupName", inputs.GroupName];
        string[] balancer = ["LoadBalancer", inputs.LoadBalancer];
        string[] target = ["TargetGroup", inputs.TargetGroup, .. balancer];
        var widgets = new List<object> { Alarms(inputs) };

        Chart("Requests per minute", [], Line(MetricName.Requests, balancer, "requests"));
        Chart(
            "Response time (s)",
            [Limit("slow", inputs.SlowResponse.TotalSeconds)],
            Line(MetricName.ResponseTime, target, "95 of 100 are faster"));
        Chart(
            "Errors (5xx)",
            [],
            Line(MetricName.ServerErrors, target, "from servers"),
            Line(MetricName.LoadBalancerErrors, balancer, "from the load balancer"));
        Chart("Health", [], Line(MetricName.HealthyHosts, target, "healthy"), Line(MetricName.UnhealthyHosts, target, "unhealthy"));
        Chart(
            "Servers",
            [Limit("maximum", inputs.MaxServers), Limit("minimum", inputs.MinServers)],
            Line(MetricName.Desired, group, "wanted"),
            Line(MetricName.InService, group, "in service"),
            Line(MetricName.Total, group, "in all"));
        Chart("CPU load (%)", [Limit("target", inputs.CpuTarget)], Line(MetricName.Cpu, group, "average"));

        return JsonSerializer.Serialize(new { widgets }, Indented);

        void Chart(string title, object[] limits, params object[][] lines) => widgets.Add(new
        {
            type = "metric",
            x = widgets.Count % 2 == 1 ? 0 : Half,
            y = Height * ((widgets.Count + 1) / 2),
            width = Half,
            height = Height,
            properties = new
            {
                title,
                region = inputs.Region,
                view = "timeSeries",
                period = 60,
                metrics = lines,
                annotations = new { horizontal = limits },
                yAxis = new { left = new { min = 0 } },
            },
        });
    }

    private static object Alarms(DashboardInputs inputs) => new
    {
        type = "alarm",
        x = 0,
        y = 0,
        width = Width,
        height = Height,
        properties = new { title = "Alarms", alarms = inputs.AlarmArns },
    };

    private static object[] Line(MetricName metric, string[] dimensions, string label) =>
        [metric.Namespace, metric.Name, .. dimensions, new { stat = metric.Statistic, label }];

    private static object Limit(string label, double value) => new { label, value };
}
