namespace Pulumi.Experimental
{
    /// <summary>The engine that a provider serves.</summary>
    public interface IEngine;
}

namespace Pulumi.Experimental.Provider
{
    /// <summary>What serves resources to the engine; this build cannot.</summary>
    public abstract class Provider
    {
        public static async Task Serve(
            string[] args, string? version, Func<IEngine, Provider> factory, CancellationToken cancellationToken) =>
            Environment.ExitCode = await Deployment.RefuseAsync().ConfigureAwait(false);
    }
}
