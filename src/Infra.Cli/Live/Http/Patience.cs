using System.Globalization;

namespace Infra.Cli.Live.Http;

/// <summary>A wait that ends when the site has had its time, or the user breaks off.</summary>
internal sealed class Patience : IDisposable
{
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _either;

    private Patience(LiveSite site, CancellationToken cancellation)
    {
        _timer = new(site.Patience, site.Time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, cancellation);
    }

    public CancellationToken Token => _either.Token;

    /// <summary>Begins it now, by the site's clock.</summary>
    public static Patience Of(LiveSite site, CancellationToken cancellation) => new(site, cancellation);

    /// <summary>How long that is, for a report.</summary>
    public static string Text(LiveSite site) => string.Create(CultureInfo.InvariantCulture, $"{site.Patience.TotalSeconds} s");

    public void Dispose()
    {
        _either.Dispose();
        _timer.Dispose();
    }
}
