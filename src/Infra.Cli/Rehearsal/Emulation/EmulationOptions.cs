using Infra.Cli.Rehearsal.LoadBalancing;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Rehearsal.WebServers;

namespace Infra.Cli.Rehearsal.Emulation;

/// <summary>How a stack is brought up on this machine.</summary>
/// <param name="Speed">How many seconds of AWS's time pass in one of this machine's; 1 or more.</param>
/// <param name="Ports">The load balancer's ports.</param>
/// <param name="Model">What is assumed of a server.</param>
/// <param name="PrefersNginx">Whether servers are nginx where it is installed; otherwise they are embedded ones.</param>
/// <param name="Application">What is different of the servers' application here; nothing unless given.</param>
internal sealed record EmulationOptions(
    double Speed, LocalPorts Ports, ServerModel Model, bool PrefersNginx = true, ApplicationOptions? Application = null);
