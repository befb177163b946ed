using Infra.Servers;

namespace Infra.Settings.Catalogue;

internal static class ServerCatalogue
{
    private const string CeilingNote = "the customer's limit of three servers";

    public static TextSetting InstanceType { get; } = new()
    {
        Key = "instanceType",
        Default = "t4g.small",
        Form = "an EC2 instance type, family.size, that can run Amazon Linux 2023",
        MendOf = text => TextForms.IsInstanceType(text) ? null : "write it like t4g.small or m7i-flex.large",
        Effect = "The servers' size. The processor architecture follows from it, and with it the image.",
    };

    public static TextSetting ImageId { get; } = new()
    {
        Key = "imageId",
        Default = "",
        WhenNotSet = "AWS's current Amazon Linux 2023 for the instance type's architecture, looked up at each deployment",
        Form = "an image id, or resolve:ssm: and the path of an SSM parameter that holds one",
        MendOf = text => TextForms.IsImage(text)
            ? null
            : "write it like ami-0123456789abcdef0 or resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
        Effect = "The image that servers start from, which must be Amazon Linux 2023. A new one rolls through the group.",
    };

    public static IntegerSetting MinServers { get; } = new()
    {
        Key = "minServers",
        Unit = "servers",
        Default = "1",
        Minimum = 1,
        Maximum = ServerFleet.Ceiling,
        Note = CeilingNote,
        Effect = "Servers that run without any load. From 2 on, the site stays up while a server is replaced.",
    };

    public static IntegerSetting MaxServers { get; } = new()
    {
        Key = "maxServers",
        Unit = "servers",
        Default = "3",
        Minimum = 1,
        Maximum = ServerFleet.Ceiling,
        Note = CeilingNote,
        Effect = "Servers that run under the highest load. At least minServers.",
    };

    public static TextSetting SiteDirectory { get; } = new()
    {
        Key = "siteDirectory",
        Default = "site",
        Form = "a path inside the project, of letters, digits and . _ -, with / between folders",
        MendOf = text => TextForms.IsInsidePath(text) ? null : "write it like site, relative to the folder of Pulumi.yaml, without ..",
        Effect = "The folder with the site's files. A changed file rolls through the group.",
    };

    public static IntegerSetting CpuTarget { get; } = new()
    {
        Key = "cpuTarget",
        Unit = "percent",
        Default = "50",
        Minimum = 10,
        Maximum = 90,
        Effect = "The average processor load to hold, in percent: minutes above it add a server, a quarter of an hour below removes it.",
    };

    public static IntegerSetting RequestsPerServer { get; } = new()
    {
        Key = "requestsPerServer",
        Unit = "requests a minute",
        Default = "",
        WhenNotSet = "processor load alone decides how many servers run",
        Minimum = 1,
        Maximum = 1_000_000,
        Effect = "Requests a minute for each server to hold: minutes above it add a server even when the processor is idle.",
    };

    public static DurationSetting BootBudget { get; } = new()
    {
        Key = "bootBudget",
        Default = "5m",
        Minimum = TimeSpan.FromSeconds(30),
        Maximum = TimeSpan.FromMinutes(20),
        Effect = "From a server's launch until it serves the site. No health check replaces it earlier; too short, and none gets ready.",
    };

    public static IReadOnlyList<SettingDefinition> All { get; } =
        [InstanceType, ImageId, MinServers, MaxServers, SiteDirectory, CpuTarget, RequestsPerServer, BootBudget];
}
