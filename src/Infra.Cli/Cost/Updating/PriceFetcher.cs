using System.Text;
using Infra.Cli.Cost.Prices;

namespace Infra.Cli.Cost.Updating;

/// <summary>Reads AWS's price lists, which are public: no credentials.</summary>
internal sealed class PriceFetcher(HttpMessageHandler server, TimeProvider time) : IDisposable
{
    // A list of EC2 takes minutes; that nothing comes for so long is another matter.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _client = new(server) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>A region's prices in one list.</summary>
    /// <exception cref="PriceListException">It can't be had, or can't be read.</exception>
    public async Task<RecordedPrices> ReadAsync(Offer offer, string region, CancellationToken cancellation)
    {
        var address = offer.Address(region);
        using var stall = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stall.Token);
        try
        {
            using var answer = await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (!answer.IsSuccessStatusCode)
                throw new PriceListException($"{address}: answered {(int)answer.StatusCode}");

            await using var body = await answer.Content.ReadAsStreamAsync(either.Token);
            using var text = new StreamReader(body, Encoding.UTF8);
            using var watched = new WatchedReader(text, () => stall.CancelAfter(Patience));
            return await OfferFile.ReadAsync(watched, offer, region, either.Token);
        }
        catch (HttpRequestException fault)
        {
            throw new PriceListException($"{address}: {fault.Message}") { IsOutOfReach = fault.StatusCode is null };
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            throw new PriceListException($"{address}: {fault.Message}");
        }
        catch (OperationCanceledException) when (stall.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new PriceListException($"{address}: nothing came for {Patience.TotalSeconds:0} seconds");
        }
    }

    public void Dispose() => _client.Dispose();
}

/// <summary>Why a price list is not read, for one line.</summary>
internal sealed class PriceListException(string message) : Exception(message)
{
    /// <summary>Whether there is no way to the server, so that no other list can be had either.</summary>
    public bool IsOutOfReach { get; init; }
}
