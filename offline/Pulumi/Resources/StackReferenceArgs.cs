namespace Pulumi;

/// <summary>Arguments of a stack reference.</summary>
public class StackReferenceArgs : ResourceArgs
{
    [Input("name", required: true)]
    public Input<string>? Name { get; set; }
}
