namespace Infra.Cli.Rehearsal.Script;

/// <summary>What an emulated stack knows of its servers beyond their state.</summary>
internal interface ITargetView
{
    /// <summary>Where a server listens, with the scheme that the load balancer uses.</summary>
    Uri AddressOf(string serverId);

    /// <summary>The health checks that the load balancer has made of a server so far.</summary>
    long ChecksOf(string serverId);
}
