using Pulumi.Registration;

namespace Pulumi;

/// <summary>The root of all resources of a program.</summary>
public class Stack : ComponentResource
{
    public Stack(StackOptions? options = null)
        : base(
            "pulumi:pulumi:Stack",
            $"{Deployment.Current.ProjectName}-{Deployment.Current.StackName}",
            new ComponentResourceOptions { ResourceTransformations = options?.ResourceTransformations ?? [] })
    {
        Deployment.Current.Stack = this;
    }

    /// <summary>Called by the deployment, once the program has run.</summary>
    internal virtual void RegisterStackOutputs()
    {
        OutputProperty.RequireAssigned(this);
        RegisterOutputs();
    }
}

/// <summary>The stack of a program that is a delegate instead of a class.</summary>
internal sealed class DelegateStack : Stack
{
    public DelegateStack(Func<Task<IDictionary<string, object?>>> program) => Result = RunAsync(program);

    public Task<IDictionary<string, object?>> Result { get; }

    internal override void RegisterStackOutputs() => RegisterOutputs(Result);

    // Async, so that what the delegate throws at once also ends up in the task.
    private static async Task<IDictionary<string, object?>> RunAsync(Func<Task<IDictionary<string, object?>>> program) =>
        await program().ConfigureAwait(false);
}
