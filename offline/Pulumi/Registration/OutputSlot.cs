using Pulumi.Serialization;

namespace Pulumi.Registration;

/// <summary>The writing end of an output property.</summary>
internal abstract class OutputSlot
{
    public abstract object Output { get; }

    public abstract void Resolve(OutputData<object?> data);

    public abstract void Fail(Exception exception);
}

internal sealed class OutputSlot<T> : OutputSlot
{
    private readonly TaskCompletionSource<OutputData<T>> _source = new();

    private OutputSlot()
    {
        // The registration that fills the slot is tracked, so the output need not be.
        Output = new Output<T>(_source.Task, isTracked: false);
    }

    public override object Output { get; }

    public static OutputSlot Create() => new OutputSlot<T>();

    public override void Resolve(OutputData<object?> data)
    {
        var value = data.IsKnown && Converter.Convert(data.Value, typeof(T)) is T converted ? converted : default;
        _source.SetResult(data.Select(value!));
    }

    public override void Fail(Exception exception) => _source.TrySetException(exception);
}
