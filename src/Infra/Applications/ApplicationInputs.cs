namespace Infra.Applications;

/// <summary>What a server has to know to run the application.</summary>
/// <param name="ObjectKey">The key of the packed application in the site's bucket.</param>
/// <param name="ObjectVersionId">Its version.</param>
/// <param name="Hash">The hash of the application's folder.</param>
/// <param name="Run">How to run it.</param>
/// <param name="LogGroup">The name of the log group that its output goes to; none: it stays on the server.</param>
public sealed record ApplicationInputs(string ObjectKey, string ObjectVersionId, string Hash, ApplicationRun Run, string? LogGroup = null)
{
    /// <summary>The packages of Amazon Linux that it needs.</summary>
    public IEnumerable<string> Packages => LogGroup is null ? Run.Packages : Run.Packages.Union(LogShipping.Packages.Split(' '));
}
