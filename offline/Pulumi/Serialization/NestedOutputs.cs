namespace Pulumi.Serialization;

/// <summary>The outputs that one pass of the JSON serializer met inside a value.</summary>
internal sealed class NestedOutputs
{
    // Converters are shared between passes; a pass runs on a single thread from beginning to end.
    [ThreadStatic]
    private static NestedOutputs? s_current;

    public static NestedOutputs? Current => s_current;

    public List<Task> Pending { get; } = [];

    public List<OutputData<object?>> Data { get; } = [];

    public string Collect(Func<string> serialize)
    {
        var outer = s_current;
        s_current = this;

        try
        {
            return serialize();
        }
        finally
        {
            s_current = outer;
        }
    }
}
