namespace Infra.Cli.Tests.Live.Verify.OtherServers;

/// <summary>
/// A make of servers: how it is started, and a configuration with nothing wrong, for a folder and two ports that are filled in.
/// </summary>
internal interface IServerMake
{
    /// <summary>Where it is; none where it is not installed.</summary>
    string? Program { get; }

    string Configuration { get; }

    IEnumerable<string> Arguments(string configurationFile);
}
