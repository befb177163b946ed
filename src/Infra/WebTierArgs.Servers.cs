using Pulumi;

namespace Infra;

/// <content>The servers, and what they serve.</content>
public sealed partial class WebTierArgs
{
    /// <summary>The servers' EC2 instance type; <c>t4g.small</c> by default.</summary>
    [Input("instanceType")]
    public string? InstanceType { get; set; }

    /// <summary>
    /// The id of an image of Amazon Linux 2023 for the instance type's architecture; by default AWS's current one. A new one rolls through
    /// the group.
    /// </summary>
    [Input("imageId")]
    public Input<string>? ImageId { get; set; }

    /// <summary>Servers that run without load: 1 to 3, and 1 by default, with which the site is down while it is replaced.</summary>
    [Input("minServers")]
    public int? MinServers { get; set; }

    /// <summary>The most servers: <see cref="MinServers"/> to 3, and 3 by default. More are refused.</summary>
    [Input("maxServers")]
    public int? MaxServers { get; set; }

    /// <summary>The average processor load to hold, in percent: 10 to 90, and 50 by default.</summary>
    [Input("cpuTarget")]
    public int? CpuTarget { get; set; }

    /// <summary>The requests per minute and server to hold: 1 to 1,000,000; by default processor load alone decides.</summary>
    [Input("requestsPerServer")]
    public int? RequestsPerServer { get; set; }

    /// <summary>
    /// From a server's launch until it serves: <c>30s</c> to <c>20m</c>, and <c>150s</c> by default. No health check replaces it earlier.
    /// </summary>
    [Input("bootBudget")]
    public string? BootBudget { get; set; }

    /// <summary>
    /// Whether <c>pulumi up</c> starts a roll, <c>up</c>, which is the default, or only prepares a version for you to roll out,
    /// <c>promote</c>.
    /// </summary>
    [Input("rollout")]
    public string? Rollout { get; set; }

    /// <summary>
    /// The directory that the folders below are in, in full; by default that of <c>Pulumi.yaml</c>. A program in another language names its
    /// own, since what makes the tier runs elsewhere.
    /// </summary>
    [Input("projectDirectory")]
    public string? ProjectDirectory { get; set; }

    /// <summary>
    /// The folder with the site's files, a path inside the project; <c>site</c> by default, and with an application none.
    /// </summary>
    [Input("siteDirectory")]
    public string? SiteDirectory { get; set; }

    /// <summary>
    /// Whether a changed site boots new servers, <c>roll</c>, which is the default, or running ones take it, <c>live</c>.
    /// </summary>
    [Input("contentUpdates")]
    public string? ContentUpdates { get; set; }

    /// <summary>Whether <c>/contact</c> is <c>contact.html</c>; by default it is not.</summary>
    [Input("cleanUrls")]
    public bool? CleanUrls { get; set; }

    /// <summary>Whether <c>index.html</c> answers for paths that the site does not have; by default they are 404.</summary>
    [Input("singlePage")]
    public bool? SinglePage { get; set; }

    /// <summary>The folder with an application that runs behind nginx, a path inside the project; by default there is none.</summary>
    [Input("applicationDirectory")]
    public string? ApplicationDirectory { get; set; }

    /// <summary>
    /// What starts the application in its folder, without a shell. Required with an <see cref="ApplicationDirectory"/>.
    /// </summary>
    [Input("applicationCommand")]
    public string? ApplicationCommand { get; set; }

    /// <summary>The port that it listens on: 1,024 to 65,535, and 8,080 by default.</summary>
    [Input("applicationPort")]
    public int? ApplicationPort { get; set; }

    /// <summary>Up to 20 packages of Amazon Linux 2023 that it needs; none by default.</summary>
    [Input("applicationPackages")]
    public List<string>? ApplicationPackages { get; set; }

    /// <summary>
    /// Up to 50 variables of its environment, <c>NAME=value</c>; none by default. Anybody who reads the launch template reads them.
    /// </summary>
    [Input("applicationEnvironment")]
    public List<string>? ApplicationEnvironment { get; set; }

    /// <summary>
    /// Up to 20 variables, <c>NAME=ARN</c>, whose values servers fetch at each start from Secrets Manager or SSM Parameter Store; none by
    /// default.
    /// </summary>
    [Input("applicationSecrets")]
    public List<string>? ApplicationSecrets { get; set; }

    /// <summary>The largest body of a request to it, in MiB: 1 to 1,024, and 1 by default.</summary>
    [Input("maxRequestBody")]
    public int? MaxRequestBody { get; set; }
}
