using Infra.Servers;
using Infra.Settings.Catalogue;

namespace Infra.Settings;

/// <summary>The servers: kind, number and contents.</summary>
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

    /// <summary>The folder with the site's files, relative to the project's. <c>site</c> by default.</summary>
    public required string SiteDirectory { get; init; }

    /// <summary>The average processor load that scaling holds, in percent: 10 to 90, and 50 by default.</summary>
    public required int CpuTarget { get; init; }

    /// <summary>
    /// The requests per minute and server that scaling holds: 1 to 1,000,000. Not set by default: processor load alone decides.
    /// </summary>
    public int? RequestsPerServer { get; init; }

    /// <summary>From a server's launch until it serves the site: 30 seconds to 20 minutes, and 5 minutes by default.</summary>
    public required TimeSpan BootBudget { get; init; }

    internal static ServerSettings Read(SettingsReader reader) => new()
    {
        InstanceType = reader.Value(ServerCatalogue.InstanceType),
        ImageId = reader.Optional(ServerCatalogue.ImageId),
        MinServers = reader.Value(ServerCatalogue.MinServers),
        MaxServers = reader.Value(ServerCatalogue.MaxServers),
        SiteDirectory = reader.Value(ServerCatalogue.SiteDirectory),
        CpuTarget = reader.Value(ServerCatalogue.CpuTarget),
        RequestsPerServer = reader.Optional(ServerCatalogue.RequestsPerServer),
        BootBudget = reader.Value(ServerCatalogue.BootBudget),
    };
}
