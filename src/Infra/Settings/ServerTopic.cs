using Infra.Servers;
using Infra.Settings.Kinds;
using Infra.Settings.Reading;

namespace Infra.Settings;

internal static class ServerTopic
{
    private const string DefaultSite = "site";
    private const string CeilingNote = "the customer's limit of three servers";

    public static SettingArea Area { get; } = new("Servers");

    public static TextSetting InstanceType { get; } = Area.Add(new TextSetting
    {
        Key = "instanceType",
        Default = "t4g.small",
        Form = "an EC2 instance type, family.size, that can run Amazon Linux 2023",
        MendOf = text => TextForms.IsInstanceType(text) ? null : "write it like t4g.small or m7i-flex.large",
        Example = "m7i-flex.large",
        Effect = "The servers' size. The processor architecture follows from it, and with it the image.",
        WhenChanged = LiveChange.Roll,
    });

    public static TextSetting ImageId { get; } = Area.Add(new TextSetting
    {
        Key = "imageId",
        Default = "",
        WhenNotSet = "AWS's current Amazon Linux 2023 for the instance type's architecture, looked up at each deployment",
        Form = "the id of an Amazon Linux 2023 image, or resolve:ssm: and the SSM parameter that holds one as name, "
            + "name:version or name:label",
        MendOf = MendOfImage,
        Example = "ami-0fedcba9876543210",
        Effect = "The image that servers start from; one of your own brings the size of its disk along. A new one rolls through the group.",
        WhenChanged = LiveChange.Roll,
    });

    public static IntegerSetting MinServers { get; } = Area.Add(new IntegerSetting
    {
        Key = "minServers",
        Unit = "servers",
        Default = "1",
        Minimum = 1,
        Maximum = ServerFleet.Ceiling,
        Note = CeilingNote,
        Effect = "Servers that run without any load. From 2 on, the site stays up while a server is replaced.",
        WhenChanged = LiveChange.InPlace,
    });

    public static IntegerSetting MaxServers { get; } = Area.Add(new IntegerSetting
    {
        Key = "maxServers",
        Unit = "servers",
        Default = "3",
        Minimum = 1,
        Maximum = ServerFleet.Ceiling,
        Note = CeilingNote,
        Effect = "Servers that run under the highest load. At least minServers.",
        WhenChanged = LiveChange.InPlace,
    });

    public static IntegerSetting CpuTarget { get; } = Area.Add(new IntegerSetting
    {
        Key = "cpuTarget",
        Unit = "percent",
        Default = "50",
        Minimum = 10,
        Maximum = 90,
        Effect = "The average processor load to hold, in percent: minutes above it add a server, a quarter of an hour below removes it.",
        WhenChanged = LiveChange.InPlace,
    });

    public static IntegerSetting RequestsPerServer { get; } = Area.Add(new IntegerSetting
    {
        Key = "requestsPerServer",
        Unit = "requests a minute",
        Default = "",
        WhenNotSet = "processor load alone decides how many servers run",
        Minimum = 1,
        Maximum = 1_000_000,
        Effect = "Requests a minute for each server to hold: minutes above it add a server even when the processor is idle.",
        WhenChanged = LiveChange.InPlace,
    });

    public static DurationSetting BootBudget { get; } = Area.Add(new DurationSetting
    {
        Key = "bootBudget",
        // More than half as much again as the minute and a half that AWS, dnf and nginx are seen to take: docs/decisions/0024.
        Default = "150s",
        Minimum = TimeSpan.FromSeconds(30),
        Maximum = TimeSpan.FromMinutes(20),
        Effect = "From a server's launch until it serves the site. No health check replaces it earlier; too short, and none gets ready.",
        WhenChanged = LiveChange.InPlace,
    });

    public static ChoiceSetting<Rollout> Rollout { get; } = Area.Add(new ChoiceSetting<Rollout>
    {
        Key = "rollout",
        Default = "up",
        Choices = [("up", Servers.Rollout.Up), ("promote", Servers.Rollout.Promote)],
        Effect = "Whether pulumi up starts a roll, or only prepares a version, which infra roll then rolls out and AWS can take back.",
        WhenChanged = LiveChange.InPlace,
    });

    public static ServerSettings Read(SettingsReader reader) => new()
    {
        InstanceType = reader.Value(InstanceType),
        ImageId = reader.Optional(ImageId),
        MinServers = reader.Value(MinServers),
        MaxServers = reader.Value(MaxServers),
        CpuTarget = reader.Value(CpuTarget),
        RequestsPerServer = reader.Optional(RequestsPerServer),
        BootBudget = reader.Value(BootBudget),
        Rollout = reader.Value(Rollout),
    };

    public static void Check(ServerSettings servers, ProblemList problems)
    {
        CheckCounts(servers, problems);
        CheckArchitecture(servers, problems);
    }

    // The parameter of another account has an ARN, and rights that the stack's own account can't give.
    private static string? MendOfImage(string text) =>
        text.StartsWith("resolve:ssm:arn:", StringComparison.Ordinal)
            ? "name a parameter of the stack's own account, by its name"
        : !TextForms.IsImage(text) || MachineImage.Of(text).Public is { IsAmazonLinux2023: false }
            ? "write it like ami-0123456789abcdef0 or resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64"
            : MachineImage.Of(text).Public is { HoldsId: false } ? "write the path up to /image_id, which holds the id alone" : null;

    private static void CheckCounts(ServerSettings servers, ProblemList problems)
    {
        if (problems.AreRead(MinServers, MaxServers) && servers.MaxServers < servers.MinServers)
        {
            var minimum = problems.NameOf(MinServers);
            problems.Add(MaxServers, $"must be at least {minimum} ({problems.TypedAt(MinServers)})",
                problems.TypedAt(MaxServers), $"raise it, or lower {minimum}");
        }
    }

    private static void CheckArchitecture(ServerSettings servers, ProblemList problems)
    {
        if (!problems.AreRead(InstanceType, ImageId) || servers.Image.Public?.Architecture is not { } other)
            return;

        var wanted = InstanceArchitecture.Of(servers.InstanceType);
        if (other != wanted)
        {
            problems.Add(ImageId, $"must be for {wanted}, the architecture of {problems.NameOf(InstanceType)} ({servers.InstanceType})",
                servers.ImageId, $"name the parameter of an image for {wanted}, or an instance type with {other}");
        }
    }
}

/// <summary>The servers: kind and number.</summary>
public sealed record ServerSettings
{
    /// <summary>The EC2 instance type, <c>t4g.small</c> by default. The processor architecture follows from it.</summary>
    public required string InstanceType { get; init; }

    /// <summary>The image as configured: an id, or <c>resolve:ssm:</c> and a parameter. Not set by default.</summary>
    public string? ImageId { get; init; }

    /// <summary>
    /// What to start servers from: <see cref="ImageId"/>, or else Amazon Linux 2023 for the instance type's architecture.
    /// </summary>
    public MachineImage Image => ImageId is null
        ? MachineImage.AmazonLinux2023(InstanceArchitecture.Of(InstanceType))
        : MachineImage.Of(ImageId);

    /// <summary>Servers that run without any load: 1 to 3, and 1 by default.</summary>
    public required int MinServers { get; init; }

    /// <summary>Servers that run under the highest load: from <see cref="MinServers"/> to 3, and 3 by default.</summary>
    public required int MaxServers { get; init; }

    /// <summary>The average processor load that scaling holds, in percent: 10 to 90, and 50 by default.</summary>
    public required int CpuTarget { get; init; }

    /// <summary>
    /// The requests per minute and server that scaling holds: 1 to 1,000,000. Not set by default: processor load alone decides.
    /// </summary>
    public int? RequestsPerServer { get; init; }

    /// <summary>From a server's launch until it serves the site: 30 seconds to 20 minutes, and 150 seconds by default.</summary>
    public required TimeSpan BootBudget { get; init; }

    /// <summary>Who starts the roll when servers are to be different; <c>pulumi up</c> by default.</summary>
    public required Rollout Rollout { get; init; }
}
