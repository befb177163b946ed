using System.Collections.Immutable;
using Infra.Cli.Graph;
using Infra.Cli.StackFiles;
using Infra.Settings;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Cli.Offline;

/// <summary>Runs the real program against the offline cloud.</summary>
internal static class OfflineRun
{
    private const string ConfigVariable = "PULUMI_CONFIG";

    /// <summary>What the stack of a configuration declares.</summary>
    /// <exception cref="InvalidSettingsException">The settings are wrong; nothing was made.</exception>
    public static async Task<ResourceGraph> RunAsync(StackConfiguration configuration)
    {
        var region = configuration.Region;
        var cloud = new RecordingCloud(region);
        var stack = new StackFactory(cloud);
        var before = Environment.GetEnvironmentVariable(ConfigVariable);
        Environment.SetEnvironmentVariable(ConfigVariable, configuration.ForEngine());
        try
        {
            await Deployment.TestWithServiceProviderAsync<WebStack>(cloud, stack, new TestOptions
            {
                ProjectName = configuration.ProjectName,
                StackName = configuration.StackName,
                RootDirectory = configuration.RootDirectory,
                IsPreview = false,
            });
        }
        catch (RunException) when (stack.Refusal is not null)
        {
            // The SDK knows errors by their text; the original has the problems one by one.
            throw stack.Refusal;
        }
        finally
        {
            Environment.SetEnvironmentVariable(ConfigVariable, before);
            // The SDK sets it when a program fails; the exit code of this process is decided elsewhere.
            Environment.ExitCode = 0;
        }

        return await GraphBuilder.BuildAsync(configuration, cloud, stack.Stack!);
    }

    private sealed class StackFactory(RecordingCloud cloud) : IServiceProvider
    {
        public WebStack? Stack { get; private set; }

        public InvalidSettingsException? Refusal { get; private set; }

        public object? GetService(Type serviceType)
        {
            try
            {
                return Stack = new WebStack(StackInputs.FromPulumi(), cloud.Observe);
            }
            catch (InvalidSettingsException refusal)
            {
                Refusal = refusal;
                throw;
            }
        }
    }
}
