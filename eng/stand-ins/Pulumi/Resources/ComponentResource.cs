using Pulumi.Registration;

namespace Pulumi;

/// <summary>A group of resources that presents itself as one.</summary>
public class ComponentResource : Resource
{
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options)
    {
    }

    public ComponentResource(
        string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null, bool remote = false)
        : base(type, name, isCustom: false, args ?? ResourceArgs.Empty, options ?? new(), remote)
    {
    }

    /// <summary>Tells the deployment that the component is complete, with all of its output properties.</summary>
    protected void RegisterOutputs() => RegisterOutputs(OutputProperty.ReadAll(this));

    /// <summary>Tells the deployment that the component is complete, with the outputs given.</summary>
    protected void RegisterOutputs(IDictionary<string, object?> outputs) => RegisterOutputs(Output.Create(outputs));
    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs) => RegisterOutputs(Output.Create(outputs));

    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs) =>
        Deployment.Current.RegisterOutputs(this, outputs);
}
