namespace Pulumi;

/// <summary>Base of the arguments of resource methods.</summary>
public abstract class CallArgs : InputArgs
{
    public static readonly CallArgs Empty = new EmptyCallArgs();

    protected CallArgs()
    {
    }

    private sealed class EmptyCallArgs : CallArgs;
}
