using System.Text;
using Infra.Cli.Plan.Declared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Infra.Cli.Rehearsal.LoadBalancing;

/// <summary>An answer that the load balancer gives itself, and what it adds to every answer.</summary>
internal static class OwnAnswer
{
    /// <summary>Writes a status with a short page.</summary>
    public static Task WriteAsync(HttpContext context, DeclaredListener listener, int status, string words)
    {
        var title = $"{status} {ReasonPhrases.GetReasonPhrase(status)}".TrimEnd();
        var page = Encoding.UTF8.GetBytes($"<!doctype html><title>{title}</title><h1>{title}</h1><p>{words}</p>\n");
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = page.Length;
        if (listener.NamesItself)
            response.Headers.Server = "awselb/2.0";
        AddDeclaredHeaders(response, listener);
        return response.Body.WriteAsync(page).AsTask();
    }

    /// <summary>
    /// Puts the declared header fields in place of the server's. See
    /// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html.
    /// </summary>
    public static void AddDeclaredHeaders(HttpResponse response, DeclaredListener listener)
    {
        if (!listener.NamesItself)
            response.Headers.Remove("Server");
        foreach (var (name, value) in listener.ResponseHeaders)
            response.Headers[name] = value;
    }
}
