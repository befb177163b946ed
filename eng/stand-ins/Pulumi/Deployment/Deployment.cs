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

    private Deployment(IMocks mocks, TestOptions options)
    {
        Configuration = StackConfiguration.FromEnvironment();
        ProjectName = options.ProjectName ?? "project";
        StackName = options.StackName ?? "stack";
        _monitor = new(mocks, ProjectName, StackName);
        _instance = new(this, options, new(_monitor, Errors));
        _registrar = new(_monitor, _instance.IsDryRun);
    }

    /// <summary>The deployment that the calling code belongs to.</summary>
    public static DeploymentInstance Instance => Current._instance;

    internal static Deployment Current => Ambient.Value
        ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    internal string ProjectName { get; }
    internal string StackName { get; }
    internal StackConfiguration Configuration { get; }
    internal ErrorLog Errors { get; } = new();
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
            throw new InvalidOperationException("Deployment.Instance should only be set once at the beginning of a 'Run' call.");

        // Flows into all that the program starts; the caller of this async method never sees it.
        var deployment = Ambient.Value = new(mocks, options ?? new());
        var stack = deployment.Start(createStack);

        foreach (var failure in await deployment._tasks.SettleAsync().ConfigureAwait(false))
            deployment.Errors.Add(failure);

        deployment.Errors.ThrowIfAny();
        return (stack, deployment._monitor.SnapshotResources());
    }

    private TStack Start<TStack>(Func<TStack> createStack)
        where TStack : Stack
    {
        try
        {
            var stack = createStack();
            stack.RegisterStackOutputs();
            return stack;
        }
        catch (Exception exception)
        {
            Errors.Add(exception);
            throw Errors.Fail();
        }
    }
}
