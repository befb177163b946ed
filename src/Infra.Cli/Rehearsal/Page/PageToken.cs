using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Infra.Cli.Rehearsal.Page;

/// <summary>
/// The part of the page's address that nobody can guess: every user of this machine can connect to its loopback address, and only who
/// started the rehearsal is to press buttons. It is in the path, so that all the page's own addresses, which are relative, have it too.
/// </summary>
internal sealed class PageToken
{
    private const int Bits = 128;
    private const string Missing = "Nothing is here. The page's address is the whole one that 'infra rehearse' has printed.\n";

    private readonly string _text = RandomNumberGenerator.GetHexString(Bits / 4, lowercase: true);

    /// <summary>The path that the page is at.</summary>
    public string Path => $"/{_text}/";

    /// <summary>The middleware: what follows sees paths without it, and nothing that lacks it.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value ?? "";
        if (path.Length >= Path.Length && IsSame(path[..Path.Length]))
        {
            (context.Request.PathBase, context.Request.Path) = (Path[..^1], path[(Path.Length - 1)..]);
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(Missing, context.RequestAborted);
    }

    // In a time that does not tell how much of it is right.
    private bool IsSame(string begin) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(begin), Encoding.UTF8.GetBytes(Path));
}
