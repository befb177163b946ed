using Infra.Cli.Rehearsal.Content;
using Infra.Cli.Shell;

namespace Infra.Cli.Rehearsal.Stack;

/// <summary>The bucket with a site that servers take while they run. Members may be called from any thread.</summary>
internal interface IContentUploads
{
    /// <summary>Uploads the site's folder as it is now, as <c>pulumi up</c> does.</summary>
    /// <exception cref="InvalidUsageException">The folder is none that <c>pulumi up</c> would upload.</exception>
    void Upload();

    /// <summary>Uploads half of an archive.</summary>
    /// <returns>The version that servers are to refuse.</returns>
    /// <exception cref="InvalidUsageException">The folder is none that <c>pulumi up</c> would upload.</exception>
    string UploadBroken();

    /// <summary>Uploads the site with a file by which it is known.</summary>
    /// <exception cref="InvalidUsageException">The folder is none that <c>pulumi up</c> would upload.</exception>
    SiteMark UploadMarked();
}
