namespace Infra.Cli.Plan.Graph;

/// <summary>A thing of which a stack may have any number.</summary>
internal interface INamed
{
    /// <summary>Its logical name, by which whoever declared it knows it.</summary>
    string Name { get; }
}
