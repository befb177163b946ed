namespace Infra.Cli.Rehearsal.Firewall;

/// <summary>What a rehearsal has to assume of where its load comes from. The output says so.</summary>
internal static class Visitors
{
    /// <summary>
    /// The client addresses, each of which makes as many requests as the others. With a hundred, the highest load that the page sets for
    /// three servers, 450 requests a second, is 1,350 requests from each in five minutes: busy visitors, whom the default limit of 2,000 is
    /// not meant to stop.
    /// </summary>
    public const int Addresses = 100;
}
