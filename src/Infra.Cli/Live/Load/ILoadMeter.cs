namespace Infra.Cli.Live.Load;

/// <summary>Counts the requests of a load.</summary>
internal interface ILoadMeter
{
    /// <summary>All requests so far.</summary>
    LoadCounts Counts { get; }
}
