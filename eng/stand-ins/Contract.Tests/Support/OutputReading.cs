namespace Contract.Tests.Support;

/// <summary>Short names for reading an output after the run.</summary>
internal static class OutputReading
{
    public static Task<T> Value<T>(this Output<T> output) => OutputUtilities.GetValueAsync(output);

    public static Task<bool> IsKnown<T>(this Output<T> output) => OutputUtilities.GetIsKnownAsync(output);

    public static Task<bool> IsSecret<T>(this Output<T> output) => Output.IsSecretAsync(output);

    public static Task<ImmutableHashSet<Resource>> Dependencies<T>(this Output<T> output) => OutputUtilities.GetDependenciesAsync(output);
}
