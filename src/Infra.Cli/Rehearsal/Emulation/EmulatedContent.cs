using System.Runtime.Versioning;
using Infra.Cli.Rehearsal.Content;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Rehearsal.WebServers;

namespace Infra.Cli.Rehearsal.Emulation;

/// <summary>The site in the bucket of an emulated stack, and the servers that take it.</summary>
/// <param name="bucket">The bucket.</param>
/// <param name="servers">The servers.</param>
/// <param name="tell">Writes to the log.</param>
[UnsupportedOSPlatform("windows")]
internal sealed class EmulatedContent(PlayedBucket bucket, EmulatedServers servers, Action<string> tell) : IContentUploads
{
    /// <summary>The bucket of a stack whose servers take content while they run, where servers of this machine can do so.</summary>
    public static async Task<PlayedBucket?> BucketOfAsync(RehearsedStack declared, EmulationOptions options) =>
        declared.Server is { SiteUpdater: not null, SiteSource: { } site }
        && options.PrefersNginx
        && FollowedSite.IsPossible
        && NginxProgram.Find(Environment.GetEnvironmentVariable("PATH")) is not null
            ? await PlayedBucket.CreateAsync(site, needsStartPage: declared.Server.Application is null)
            : null;

    public void Upload()
    {
        if (bucket.Upload() is { } version)
            Told(version, "is uploaded");
        else
            tell("the site has not changed, so nothing is uploaded");
    }

    public string UploadBroken() => Told(bucket.UploadBroken(), "is uploaded, half of it");

    public SiteMark UploadMarked()
    {
        var (version, mark) = bucket.UploadMarked();
        Told(version, "is uploaded");
        return mark;
    }

    private string Told(string version, string what)
    {
        tell($"site {version} {what}");
        servers.UpdateContent();
        return version;
    }
}
