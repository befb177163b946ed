using System.Reflection;
using Pulumi.Testing;

namespace Pulumi;

/// <content>Runs programs under test.</content>
public sealed partial class Deployment
{
    /// <summary>Runs a stack against mocks and returns its resources, the stack first.</summary>
    public static async Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() =>
        (await ExecuteAsync(mocks, options, CreateStack<TStack>).ConfigureAwait(false)).Resources;

    /// <summary>Runs a program against mocks and returns its resources and outputs.</summary>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
    {
        var (stack, resources) = await ExecuteAsync(testMocks, testOptions, () => new DelegateStack(createResources))
            .ConfigureAwait(false);
        return (resources.Remove(stack), await stack.Result.ConfigureAwait(false));
    }

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task{IDictionary{string, object?}}})"/>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources) =>
        TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));

    /// <summary>Runs a program against mocks and returns its resources.</summary>
    public static async Task<ImmutableArray<Resource>> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
    {
        var (resources, _) = await TestAsync(testMocks, testOptions, WithoutOutputsAsync).ConfigureAwait(false);
        return resources;

        async Task<IDictionary<string, object?>> WithoutOutputsAsync()
        {
            await createResources().ConfigureAwait(false);
            return ImmutableDictionary<string, object?>.Empty;
        }
    }

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task})"/>
    public static Task<ImmutableArray<Resource>> TestAsync(
        IMocks testMocks, TestOptions testOptions, Action createResources)
    {
        return TestAsync(testMocks, testOptions, (Func<Task>)Run);

        Task Run()
        {
            createResources();
            return Task.CompletedTask;
        }
    }

    /// <summary>Runs a stack that a service provider creates against mocks.</summary>
    public static async Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack =>
        (await ExecuteAsync(mocks, options, () => Resolve<TStack>(serviceProvider)).ConfigureAwait(false)).Resources;

    // Unlike new TStack(), this does not wrap what the constructor throws.
    private static TStack CreateStack<TStack>()
        where TStack : Stack =>
        (TStack)Activator.CreateInstance(
            typeof(TStack), BindingFlags.DoNotWrapExceptions | BindingFlags.Instance | BindingFlags.Public,
            binder: null, args: null, culture: null)!;

    private static TStack Resolve<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack =>
        serviceProvider.GetService(typeof(TStack)) as TStack ?? throw new InvalidOperationException(
            $"Failed to resolve instance of type {typeof(TStack)} from service provider. "
            + "Register the type with the service provider before calling RunAsync.");
}
