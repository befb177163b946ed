namespace Infra.Cli.Live.Load;

/// <summary>A load on a site, which can be turned up and down.</summary>
internal interface ILoad : ILoadMeter
{
    /// <summary>Sets the rate from now on, in requests a second; 0 is none.</summary>
    void SetRate(double requestsPerSecond);
}
