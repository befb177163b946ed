using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;
using Infra.Settings.Reading;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Cli.Plan.Recording;

/// <summary>Runs the real program against the offline cloud.</summary>
internal static class OfflineRun
{
    // What the engine tells a program of its configuration.
    private const string ConfigVariable = "PULUMI_CONFIG";
    private const string SecretKeysVariable = "PULUMI_CONFIG_SECRET_KEYS";

    /// <summary>What the stack of a configuration declares.</summary>
    /// <exception cref="InvalidSettingsException">The settings are wrong; nothing was made.</exception>
    /// <exception cref="InvalidUsageException">The offline cloud does not know a resource.</exception>
    public static async Task<ResourceGraph> RunAsync(StackConfiguration files)
    {
        var configuration = SecretSettings.WithExamples(files);
        var cloud = new RecordingCloud(configuration.Region);
        var stack = new StackFactory(cloud);
        var before = (
            Config: Environment.GetEnvironmentVariable(ConfigVariable), SecretKeys: Environment.GetEnvironmentVariable(SecretKeysVariable));
        Environment.SetEnvironmentVariable(ConfigVariable, configuration.ForEngine());
        Environment.SetEnvironmentVariable(SecretKeysVariable, configuration.SecretKeysForEngine());
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
        catch (Exception error)
            when (error is RunException or AggregateException && (stack.Refusal ?? (Exception?)cloud.Refusal) is { } refusal)
        {
            // The SDK knows errors by their text, and several of them as one; the original has the problems one by one. Of values that
            // are not from the stack's file the engine tells a program nothing.
            throw refusal is InvalidSettingsException settings
                ? new InvalidSettingsException(configuration.Source(), settings.Problems)
                : refusal;
        }
        finally
        {
            Environment.SetEnvironmentVariable(ConfigVariable, before.Config);
            Environment.SetEnvironmentVariable(SecretKeysVariable, before.SecretKeys);
            // The SDK sets it when a program fails; the exit code of this process is decided elsewhere.
            Environment.ExitCode = 0;
        }

        return await GraphBuilder.BuildAsync(configuration, cloud, stack.Stack!, stack.Inputs!);
    }

    private sealed class StackFactory(RecordingCloud cloud) : IServiceProvider
    {
        public WebStack? Stack { get; private set; }

        /// <summary>What the stack was made from.</summary>
        public StackInputs? Inputs { get; private set; }

        public InvalidSettingsException? Refusal { get; private set; }

        public object? GetService(Type serviceType)
        {
            try
            {
                Inputs = StackInputs.FromPulumi();
                return Stack = new WebStack(Inputs, cloud.Observe);
            }
            catch (InvalidSettingsException refusal)
            {
                Refusal = refusal;
                throw;
            }
        }
    }
}
