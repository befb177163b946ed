namespace Infra.Cli.Live.Load;

/// <summary>A firewall's limit for one address.</summary>
/// <param name="Requests">The requests that it lets in within the window.</param>
/// <param name="Window">How far back it counts.</param>
internal sealed record AddressLimit(double Requests, TimeSpan Window)
{
    /// <summary>The requests that a load makes from each address within the window.</summary>
    /// <param name="rate">The load, in requests a second.</param>
    /// <param name="addresses">The addresses that it comes from, each as much as the others.</param>
    public double FromEach(double rate, int addresses = 1) => rate * Window.TotalSeconds / addresses;

    /// <summary>Whether a load that stays as it is gets blocked.</summary>
    /// <param name="rate">The load, in requests a second.</param>
    /// <param name="addresses">The addresses that it comes from, each as much as the others.</param>
    public bool Stops(double rate, int addresses = 1) => FromEach(rate, addresses) > Requests;
}
