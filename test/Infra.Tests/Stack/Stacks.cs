using System.Text.Json;
using Infra.Settings.Reading;
using Infra.Tests.Settings;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Stack;

/// <summary>Runs whole stacks against <see cref="FakeAws"/>.</summary>
internal static class Stacks
{
    /// <summary>A committed stack, from its file as it stands.</summary>
    public static Task<StackRun> Committed(string stack)
    {
        var (config, region) = ProjectFiles.ConfigOf(stack);
        return Run(config, region);
    }

    /// <summary>The least configuration that is valid, with changes to it.</summary>
    public static Task<StackRun> With(params (string Key, string Value)[] changes) => Run(Given.Config(changes), Given.Region);

    public static Task<StackRun> Run(ConfigSource config, string region) => Run(StackInputs.Read(config, region, Reference.Root), config);

    /// <summary>The stack of inputs that have been read from a configuration.</summary>
    public static async Task<StackRun> Run(StackInputs inputs, ConfigSource config)
    {
        var aws = new FakeAws();
        var recorder = new ResourceRecorder();
        var made = new ServiceProvider(() => new WebStack(inputs, recorder.Transformation));
        var options = new TestOptions { ProjectName = config.ProjectName, StackName = config.StackName, IsPreview = false };

        await Deployment.TestWithServiceProviderAsync<WebStack>(aws, made, options);
        return new StackRun(recorder.Join(aws), made.Stack!, [.. aws.Outputs]);
    }

    /// <summary>Runs the program as Pulumi does: its own constructor, its configuration from the environment.</summary>
    public static async Task<FakeAws> RunProgram(IReadOnlyDictionary<string, string> config, TestOptions options)
    {
        var aws = new FakeAws();
        var before = Environment.GetEnvironmentVariable("PULUMI_CONFIG");
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", JsonSerializer.Serialize(config));
        try
        {
            await Deployment.TestAsync<WebStack>(aws, options);
        }
        catch (RunException exception)
        {
            throw new ProgramFailed(exception.Message, aws);
        }
        finally
        {
            Environment.SetEnvironmentVariable("PULUMI_CONFIG", before);
        }

        return aws;
    }

    private sealed class ServiceProvider(Func<WebStack> create) : IServiceProvider
    {
        public WebStack? Stack { get; private set; }

        public object? GetService(Type serviceType) => Stack = create();
    }
}

/// <summary>What a run registered, the stack with its outputs, and the outputs of all its components.</summary>
internal sealed record StackRun(Recorded Recorded, WebStack Stack, IReadOnlyList<MockRegisterResourceOutputsRequest> Outputs);

/// <summary>A program that failed, with what it had registered until then.</summary>
internal sealed class ProgramFailed(string message, FakeAws aws) : Exception(message)
{
    public FakeAws Aws { get; } = aws;
}
