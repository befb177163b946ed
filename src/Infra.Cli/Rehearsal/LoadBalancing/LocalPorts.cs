namespace Infra.Cli.Rehearsal.LoadBalancing;

/// <summary>The ports that the load balancer listens on here, in place of the declared ones.</summary>
/// <param name="Http">0 is any free one.</param>
/// <param name="Https">0 is any free one.</param>
internal sealed record LocalPorts(int Http, int Https)
{
    public override string ToString() => $"port {Http} for HTTP and port {Https} for HTTPS";
}
