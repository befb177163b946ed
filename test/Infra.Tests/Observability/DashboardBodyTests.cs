using System.Text.Json;
using Infra.Observability;
using Infra.Tests.Support;

namespace Infra.Tests.Observability;

public sealed class DashboardBodyTests
{
    private static DashboardInputs Inputs => new()
    {
        Region = "eu-west-1",
        GroupName = "web-group-1a2b3c4",
        LoadBalancer = "app/web/0123456789abcdef",
        TargetGroup = "targetgroup/web/fedcba9876543210",
        MinServers = 1,
        MaxServers = 3,
        CpuTarget = 50,
        SlowResponse = TimeSpan.FromSeconds(1.5),
        AlarmArns = ["arn:aws:cloudwatch:eu-west-1:123456789012:alarm:one", "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:two"],
    };

    [Test]
    public void Render_Always_IsThisDashboard() => Golden.Verify("dashboard", DashboardBody.Render(Inputs));

    [Test]
    public void Render_Always_FillsTheGridWithoutOverlap()
    {
        var cells = JsonDocument.Parse(DashboardBody.Render(Inputs)).RootElement.GetProperty("widgets").EnumerateArray()
            .SelectMany(widget =>
                from x in Enumerable.Range(widget.GetProperty("x").GetInt32(), widget.GetProperty("width").GetInt32())
                from y in Enumerable.Range(widget.GetProperty("y").GetInt32(), widget.GetProperty("height").GetInt32())
                select (x, y))
            .ToList();

        Assert.That(cells, Is.Unique);
        Assert.That(cells, Has.Count.EqualTo(24 * 24));
        Assert.That(cells.Max(cell => cell.x), Is.EqualTo(23));
    }

    [TestCase("aws", "eu-west-1", "eu-west-1.console.aws.amazon.com")]
    [TestCase("aws-cn", "cn-north-1", "cn-north-1.console.amazonaws.cn")]
    [TestCase("aws-us-gov", "us-gov-west-1", "us-gov-west-1.console.amazonaws-us-gov.com")]
    [TestCase("aws-eusc", "eusc-de-east-1", "eusc-de-east-1.console.amazonaws-eusc.eu")]
    public void OfDashboard_EachPartition_HasItsOwnConsole(string partition, string region, string host) =>
        Assert.That(
            ConsoleUrl.OfDashboard(partition, region, "web"),
            Is.EqualTo($"https://{host}/cloudwatch/home?region={region}#dashboards/dashboard/web"));
}
