namespace Infra.Cli.Tests.Live.Drill;

/// <summary>A server of <see cref="PlayedAws"/>.</summary>
internal sealed class PlayedServer(string id)
{
    public string Id => id;

    public string Lifecycle { get; set; } = "InService";

    public string Health { get; set; } = "Healthy";

    public string Target { get; set; } = "healthy";

    /// <summary>Whether the group lists it; a machine that it does not list may run all the same.</summary>
    public bool IsListed { get; set; } = true;
}
