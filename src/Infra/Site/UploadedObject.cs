using Pulumi;

namespace Infra.Site;

/// <summary>An object in the site's bucket.</summary>
/// <param name="Key">Its key, the same for all its versions.</param>
/// <param name="VersionId">The version that holds exactly what was uploaded.</param>
/// <param name="Arn">Its ARN, the same for all its versions.</param>
public sealed record UploadedObject(Output<string> Key, Output<string> VersionId, Output<string> Arn);
