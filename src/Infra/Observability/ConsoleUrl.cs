namespace Infra.Observability;

/// <summary>Addresses in the AWS console.</summary>
public static class ConsoleUrl
{
    /// <summary>The page of a CloudWatch dashboard.</summary>
    /// <param name="partition">The partition, which has a console of its own.</param>
    /// <param name="region">The region that the console starts in.</param>
    /// <param name="dashboardName">The name, which is escaped here.</param>
    public static string OfDashboard(string partition, string region, string dashboardName) =>
        $"https://{region}.{Host(partition)}/cloudwatch/home?region={region}#dashboards/dashboard/{Uri.EscapeDataString(dashboardName)}";

    private static string Host(string partition) => partition switch
    {
        "aws-cn" => "console.amazonaws.cn",
        "aws-us-gov" => "console.amazonaws-us-gov.com",
        "aws-eusc" => "console.amazonaws-eusc.eu",
        _ => "console.aws.amazon.com",
    };
}
