namespace Infra.Cli.Rehearsal.Group;

/// <summary>
/// What a group has done by others: machines are started and stopped, and the load balancer is told. Calls return at once.
/// </summary>
internal interface IServerHost
{
    /// <summary>Starts a server and registers it with the target group.</summary>
    void Launch(Server server);

    /// <summary>Takes it out of the target group: it gets no new requests, and may finish those it has.</summary>
    void Deregister(Server server);

    /// <summary>Switches it off.</summary>
    void Terminate(Server server);
}
