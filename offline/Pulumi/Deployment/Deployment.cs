using Pulumi.Registration;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>One run of a program.</summary>
public sealed partial class Deployment
{
    private static readonly AsyncLocal<Deployment?> Ambient = new();

    private readonly TaskTracker _tasks = new();
    private readonly MockMonitor _monitor;
    private readonly Registrar _registrar;
    private readonly DeploymentInstance _instance;

    private Deployment(IMocks mocks, TestOptions? options)
    {
        ProjectName = options?.ProjectName ?? "project";
        StackName = options?.StackName ?? "stack";
        OrganizationName = options?.OrganizationName ?? "organization";
        IsDryRun = options?.IsPreview ?? true;
        RootDirectory = options?.RootDirectory;
        Configuration = StackConfiguration.FromEnvironment();

        _monitor = new(mocks, ProjectName, StackName);
        _registrar = new(_monitor, IsDryRun);
        _instance = new(this, new(_monitor, Messages));
    }

    /// <summary>The deployment that the calling code belongs to.</summary>
    public static DeploymentInstance Instance => Current._instance;

    internal static Deployment Current => Ambient.Value
        ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    internal string ProjectName { get; }

    internal string StackName { get; }

    internal string OrganizationName { get; }

    internal string? RootDirectory { get; }

    internal bool IsDryRun { get; }

    internal StackConfiguration Configuration { get; }

    internal MessageLog Messages { get; } = new();

    internal Stack? Stack { get; set; }

    /// <summary>Makes the deployment, if there is one, wait for the task.</summary>
    internal static void Track(Task task) => Ambient.Value?._tasks.Track(task);

    /// <summary>Starts a registration; it has reached the mocks on return unless it has something to wait for.</summary>
    internal void Register(ResourceRequest request) => _tasks.Track(_registrar.RegisterAsync(request));

    internal void RegisterOutputs(ComponentResource component, Output<IDictionary<string, object?>> outputs) =>
        _tasks.Track(_registrar.RegisterOutputsAsync(component, outputs));

    private static async Task<(TStack Stack, ImmutableArray<Resource> Resources)> ExecuteAsync<TStack>(
        IMocks mocks, TestOptions? options, Func<TStack> createStack)
        where TStack : Stack
    {
        if (Ambient.Value is not null)
        {
            throw new InvalidOperationException(
                "Deployment.Instance should only be set once at the beginning of a 'Run' call.");
        }

        // Flows into all that the program starts; the caller of this async method never sees it.
        var deployment = new Deployment(mocks, options);
        Ambient.Value = deployment;

        var stack = await deployment.RunAsync(createStack).ConfigureAwait(false);
        return (stack, deployment._monitor.SnapshotResources());
    }

    private async Task<TStack> RunAsync<TStack>(Func<TStack> createStack)
        where TStack : Stack
    {
        TStack? stack = null;

        try
        {
            stack = createStack();
            stack.RegisterStackOutputs();
        }
        catch (Exception exception)
        {
            Messages.Fail(exception);
            Messages.ThrowIfFailed();
        }

        foreach (var failure in await _tasks.SettleAsync().ConfigureAwait(false))
        {
            Messages.Fail(failure);
        }

        Messages.ThrowIfFailed();
        return stack!;
    }
}
