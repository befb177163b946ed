namespace Pulumi.Utilities;

/// <summary>Looks inside outputs; meant for tests and tools, not for programs.</summary>
public static class OutputUtilities
{
    public static async Task<T> GetValueAsync<T>(Output<T> output) => (await output.DataTask.ConfigureAwait(false)).Value;
    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) => (await output.DataTask.ConfigureAwait(false)).IsKnown;

    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output) =>
        (await output.DataTask.ConfigureAwait(false)).Resources;

    public static Output<T> CreateUnknown<T>(T value) => Output.Create(value).Select(data => data with { IsKnown = false });

    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory) =>
        Output.Create(valueFactory()).Select(data => data with { IsKnown = false });

    public static Output<T> WithDependency<T>(Output<T> output, Resource resource) =>
        output.Select(data => data with { Resources = data.Resources.Add(resource) });
}
