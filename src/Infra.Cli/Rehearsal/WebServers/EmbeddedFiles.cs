using System.Text.RegularExpressions;
using Infra.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Infra.Cli.Rehearsal.WebServers;

/// <summary>The files of a site, by the paths and with the types that <see cref="SitePages"/> gives them in nginx.</summary>
/// <param name="files">
/// What is there. A server gets nothing hidden but .well-known, and requests for the rest are answered without a look at them.
/// </param>
/// <param name="pages">Which file answers a path.</param>
internal sealed partial class EmbeddedFiles(IFileProvider files, SitePages pages)
{
    private static readonly HashSet<string> Files = SiteTypes.Extensions.ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>How they are served.</summary>
    public FileServerOptions Options
    {
        get
        {
            var options = new FileServerOptions { FileProvider = files };
            var types = new FileExtensionContentTypeProvider(Types());
            options.StaticFileOptions.ContentTypeProvider = types;
            options.StaticFileOptions.ServeUnknownFileTypes = true;
            options.StaticFileOptions.DefaultContentType = SiteTypes.Other;
            options.StaticFileOptions.OnPrepareResponse = file => file.Context.Response.Headers.LastModified = default;
            return options;
        }
    }

    /// <summary>Puts the file's path in the place of the path that it answers; ends what is hidden.</summary>
    public Task ChooseAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value!;
        if (Hidden().IsMatch(path))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.Request.Path = FileOf(path);
        return next(context);
    }

    private string FileOf(string path)
    {
        if (IsFile(path))
            return path;
        if (pages.CleanUrls && !path.EndsWith('/') && IsFile($"{path}.html"))
            return $"{path}.html";

        return pages.SinglePage && !IsFile($"{path.TrimEnd('/')}/index.html") && !IsFileName(path) ? "/index.html" : path;
    }

    // A page in place of a script would be an error that is hard to find, and programs look for what is well known.
    private static bool IsFileName(string path) =>
        Files.Contains(Path.GetExtension(path).TrimStart('.')) || path.StartsWith("/.well-known/", StringComparison.Ordinal);

    private bool IsFile(string path) => files.GetFileInfo(path).Exists;

    private static Dictionary<string, string> Types() => (
        from type in SiteTypes.All
        from extension in type.Extensions.Split(' ')
        select KeyValuePair.Create($".{extension}", type.HasCharset ? $"{type.Name}; charset=utf-8" : type.Name)).ToDictionary();

    [GeneratedRegex(SitePages.Hidden, RegexOptions.CultureInvariant)]
    private static partial Regex Hidden();
}
