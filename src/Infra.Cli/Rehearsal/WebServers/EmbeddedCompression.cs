using Infra.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Infra.Cli.Rehearsal.WebServers;

/// <summary>Compresses what nginx compresses, and as it does.</summary>
internal sealed class EmbeddedCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options)
    : ResponseCompressionProvider(services, options)
{
    /// <summary>Makes it the one of a server.</summary>
    public static void AddTo(IServiceCollection services)
    {
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = SiteTypes.All.Where(type => type.IsCompressed).Select(type => type.Name);
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.AddSingleton<IResponseCompressionProvider, EmbeddedCompression>();
    }

    /// <inheritdoc/>
    public override bool ShouldCompressResponse(HttpContext context) =>
        context.Response.ContentLength is null or >= SitePages.CompressedFrom && base.ShouldCompressResponse(context);
}
