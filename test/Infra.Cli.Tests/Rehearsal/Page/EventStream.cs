using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Infra.Cli.Tests.Rehearsal.Page;

/// <summary>An open stream of a page.</summary>
internal sealed class EventStream(Stream stream) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<SseItem<string>> _items = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();

    public static async Task<EventStream> OpenAsync(HttpClient client) => new(await client.GetStreamAsync("events"));

    /// <summary>The data of the next event of a type; null when the stream ends before.</summary>
    public async Task<JsonElement?> NextAsync(string type)
    {
        while (await _items.MoveNextAsync())
        {
            if (_items.Current.EventType == type)
                return JsonElement.Parse(_items.Current.Data);
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await _items.DisposeAsync();
        await stream.DisposeAsync();
    }
}
