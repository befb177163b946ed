namespace Infra.Cli.Tests.Live.Roll;

/// <summary>A server of a group that is rolled.</summary>
internal sealed class PlayedServer(string id, string version)
{
    public string Id { get; } = id;

    public string Version { get; set; } = version;

    public string Lifecycle { get; set; } = "InService";

    public string Target { get; set; } = "healthy";
}
