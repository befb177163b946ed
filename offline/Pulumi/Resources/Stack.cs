using Pulumi.Registration;

namespace Pulumi;

/// <summary>The root of all resources of a program.</summary>
public class Stack : ComponentResource
{
    internal const string TypeToken = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(TypeToken, NameOf(Deployment.Current), OptionsFrom(options))
    {
        Deployment.Current.Stack = this;
    }

    /// <summary>Called by the deployment, once the program has run.</summary>
    internal virtual void RegisterStackOutputs()
    {
        OutputProperty.RequireAssigned(this);
        RegisterOutputs();
    }

    private static string NameOf(Deployment deployment) => $"{deployment.ProjectName}-{deployment.StackName}";

    private static ComponentResourceOptions OptionsFrom(StackOptions? options) =>
        new() { ResourceTransformations = options?.ResourceTransformations ?? [] };
}
