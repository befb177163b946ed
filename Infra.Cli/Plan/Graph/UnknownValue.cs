namespace Infra.Cli.Plan.Graph;

/// <summary>What the engine does not know before the deployment. It is no value: nothing may be concluded from it.</summary>
internal sealed class UnknownValue
{
    public static readonly UnknownValue Instance = new();

    private UnknownValue()
    {
    }

    public override string ToString() => "(not known yet)";
}
