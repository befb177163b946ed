using System.Globalization;
using System.Text.Encodings.Web;

namespace Sample.Web;

/// <summary>The page that a visitor sees first: what this server knows of the request, and the other pages.</summary>
internal static class StartPage
{
    /// <summary>Answers with it.</summary>
    public static IResult Answer(HttpContext context, RequestCounter counter)
    {
        // It says what is so at this moment, to this visitor.
        context.Response.Headers.CacheControl = "no-store";
        return Results.Content(Html(context, counter.Counted), "text/html; charset=utf-8");
    }

    // No script and no style in the page itself: the load balancer's content security policy admits those of files alone.
    private static string Html(HttpContext context, Count count) => string.Create(CultureInfo.InvariantCulture, $"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <title>Sample application</title>
          <link rel="icon" href="/icon.svg" type="image/svg+xml">
          <link rel="stylesheet" href="/style.css">
          <script type="module" src="/echo.js"></script>
        </head>
        <body>
          <main>
            <h1>Sample application</h1>
            <p>This page was made by the application, for this request.</p>
            <dl>
              <dt>Requests of this process</dt><dd id="requests">{count.Requests}</dd>
              <dt>Process</dt><dd id="process">{count.Process}</dd>
              <dt>Version</dt><dd id="version">{Encoded(count.Version)}</dd>
              <dt>You asked for</dt><dd id="host">{Encoded($"{context.Request.Scheme}://{context.Request.Host}")}</dd>
              <dt>Your address</dt><dd id="client">{Encoded($"{context.Connection.RemoteIpAddress}")}</dd>
            </dl>
            <h2>A slow page</h2>
            <form action="/slow">
              <label for="seconds">Seconds</label>
              <input id="seconds" name="seconds" type="number" min="0" max="60" value="5">
              <button>Wait</button>
            </form>
            <h2>An echo over a WebSocket</h2>
            <form id="echo">
              <label for="message">Message</label>
              <input id="message" value="Hello" autocomplete="off">
              <button>Send</button>
            </form>
            <p id="answer" role="status"></p>
            <h2>For programs</h2>
            <ul>
              <li><a href="/count">How many requests</a></li>
              <li><a href="/health">Whether it is well</a></li>
            </ul>
          </main>
        </body>
        </html>

        """);

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
