namespace Pulumi;

/// <content>Entry points of a real deployment, which this build cannot perform.</content>
public sealed partial class Deployment
{
    private const string CannotDeploy =
        "This build uses the offline stand-ins for the Pulumi packages, which cannot deploy: "
        + "restore the official Pulumi packages from nuget.org and run again.";

    public static Task<int> RunAsync(Action action) => RefuseAsync();
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RefuseAsync();
    public static Task<int> RunAsync(Func<Task> func) => RefuseAsync();
    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) => RefuseAsync();

    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() => RefuseAsync();

    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack => RefuseAsync();

    internal static async Task<int> RefuseAsync()
    {
        await Console.Error.WriteLineAsync(CannotDeploy).ConfigureAwait(false);
        return 1;
    }
}
