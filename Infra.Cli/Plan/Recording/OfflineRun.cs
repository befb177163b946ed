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
    /// <exception cref="InvalidUsageException">A secret can't be kept, or can't be read.</exception>
    public static async Task<ResourceGraph> RunAsync(StackConfiguration configuration)
    {
        SecretSettings.Require(configuration);
        var cloud = new RecordingCloud(configuration.Region);
        var stack = new StackFactory(cloud);
        var before = (Config: Environment.GetEnvironmentVariable(ConfigVariable), SecretKeys: Environment.GetEnvironmentVariable(SecretKeysVariable));
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
        catch (RunException) when (stack.Refusal is not null)
        {
            // The SDK knows errors by their text; the original has the problems one by one.
            throw stack.Refusal;
        }
        finally
        {
            Environment.SetEnvironmentVariable(ConfigVariable, before.Config);
            Environment.SetEnvironmentVariable(SecretKeysVariable, before.SecretKeys);
            // The SDK sets it when a program fails; the exit code of this process is decided elsewhere.
            Environment.ExitCode = 0;
        }

        return await GraphBuilder.BuildAsync(configuration, cloud, stack.Observed!);
    }

    private sealed class StackFactory(RecordingCloud cloud) : IServiceProvider
    {
        public ObservedStack? Observed { get; private set; }

        public InvalidSettingsException? Refusal { get; private set; }

        public object? GetService(Type serviceType)
        {
            try
            {
                var inputs = StackInputs.FromPulumi();
                Observed = new(new WebStack(inputs, cloud.Observe), inputs.Site.ArchivePath);
                return Observed.Stack;
            }
            catch (InvalidSettingsException refusal)
            {
                Refusal = refusal;
                throw;
            }
        }
    }
}

/// <summary>A stack that has been run.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="ArchivePath">The path of its site, which the SDK's archive shows to nobody.</param>
internal sealed record ObservedStack(WebStack Stack, string ArchivePath);
