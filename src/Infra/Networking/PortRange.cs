namespace Infra.Networking;

/// <summary>TCP ports, both ends included.</summary>
public readonly record struct PortRange(int From, int To)
{
    private const int RemoteDesktop = 3389;

    /// <summary>The ports that clients choose from; load balancers and NAT gateways use all of them.</summary>
    public static PortRange Ephemeral { get; } = new(1024, 65535);

    /// <summary>
    /// <see cref="Ephemeral"/> for rules that admit traffic, which must not admit remote desktop (Security Hub EC2.21). The price is
    /// the one connection in 64,512 whose own end happens to be that port.
    /// </summary>
    public static IReadOnlyList<PortRange> EphemeralWithoutRemoteDesktop { get; } =
        [Ephemeral with { To = RemoteDesktop - 1 }, Ephemeral with { From = RemoteDesktop + 1 }];

    /// <summary>A single port.</summary>
    public static PortRange Only(int port) => new(port, port);
}
