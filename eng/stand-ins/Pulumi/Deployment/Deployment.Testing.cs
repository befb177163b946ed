using System.Reflection;
using Pulumi.Testing;

namespace Pulumi;

/// <content>Runs programs against mocks.</content>
public sealed partial class Deployment
{
    /// <summary>Runs a stack and returns its resources, the stack first.</summary>
    public static async Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() =>
        (await ExecuteAsync(mocks, options, CreateStack<TStack>).ConfigureAwait(false)).Resources;

    /// <summary>Runs a stack that a service provider creates.</summary>
    public static async Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack =>
        (await ExecuteAsync(mocks, options, () => Resolve<TStack>(serviceProvider)).ConfigureAwait(false)).Resources;

    /// <summary>Runs a delegate and returns its resources, and the outputs that it returned.</summary>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
    {
        var (stack, resources) = await ExecuteAsync(testMocks, testOptions, () => new DelegateStack(createResources))
            .ConfigureAwait(false);
        return (resources.Remove(stack), await stack.Result.ConfigureAwait(false));
    }

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources) =>
        TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));

    public static async Task<ImmutableArray<Resource>> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
    {
        var (resources, _) = await TestAsync(testMocks, testOptions, async () =>
        {
            await createResources().ConfigureAwait(false);
            return ImmutableDictionary<string, object?>.Empty;
        }).ConfigureAwait(false);
        return resources;
    }

    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources) =>
        TestAsync(testMocks, testOptions, (Func<Task>)(() =>
        {
            createResources();
            return Task.CompletedTask;
        }));

    // Unlike new TStack(), this does not wrap what the constructor throws.
    private static TStack CreateStack<TStack>() => (TStack)Activator.CreateInstance(
        typeof(TStack), BindingFlags.DoNotWrapExceptions | BindingFlags.Instance | BindingFlags.Public, null, null, null)!;

    private static TStack Resolve<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack =>
        serviceProvider.GetService(typeof(TStack)) as TStack ?? throw new InvalidOperationException(
            $"Failed to resolve instance of type {typeof(TStack)} from service provider. "
            + "Register the type with the service provider before calling RunAsync.");
}
