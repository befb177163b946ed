using System.Net.WebSockets;

namespace Sample.Web;

/// <summary>A WebSocket that sends back what it gets.</summary>
internal static class EchoSocket
{
    private const int PieceSize = 4096;

    /// <summary>Echoes until the client closes, or this process stops.</summary>
    public static async Task AnswerAsync(HttpContext context, IHostApplicationLifetime lifetime)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            context.Response.Headers.Upgrade = "websocket";
            return;
        }

        if (!IsOfThisSite(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await EchoAsync(socket, lifetime.ApplicationStopping);
    }

    // Browsers let any page open a WebSocket to any site, with the cookies of its visitor: who asks is for the server to look at.
    private static bool IsOfThisSite(HttpRequest request) =>
        request.Headers.Origin.ToString() is var origin
        && (origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Authority == request.Host.Value));

    private static async Task EchoAsync(WebSocket socket, CancellationToken stopping)
    {
        // Cancelling what is being received would break the connection: a process that stops says so instead, and hears the answer.
        await using var stop = stopping.Register(() => _ = GoAwayAsync(socket));
        var piece = new byte[PieceSize];
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(piece, CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close)
                    break;
                if (socket.State == WebSocketState.Open)
                    await SendAsync(socket, piece.AsMemory(0, received.Count), received);
            }

            if (socket.State == WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // The client has gone without a word.
        }
    }

    private static ValueTask SendAsync(WebSocket socket, ReadOnlyMemory<byte> piece, WebSocketReceiveResult received) =>
        socket.SendAsync(piece, received.MessageType, received.EndOfMessage, CancellationToken.None);

    private static async Task GoAwayAsync(WebSocket socket)
    {
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, "stopping", CancellationToken.None);
        }
        catch (Exception closed) when (closed is WebSocketException or InvalidOperationException or ObjectDisposedException)
        {
            // It was being closed already.
        }
    }
}
