using System.Reflection;
using Pulumi.Serialization;

namespace Pulumi.Registration;

/// <summary>The writing end of an output property.</summary>
internal abstract class OutputSlot
{
    public abstract void Resolve(OutputData<object?> data);

    public abstract void Fail(Exception exception);
}

internal sealed class OutputSlot<T> : OutputSlot
{
    private readonly TaskCompletionSource<OutputData<T>> _source = new();

    /// <summary>Gives the property a pending output.</summary>
    public static OutputSlot Attach(PropertyInfo property, Resource resource)
    {
        var slot = new OutputSlot<T>();

        // Not SetValue, which compiles a stub for each property: hundreds of them dominate the time of a first run.
        var assign = property.SetMethod!.CreateDelegate<Action<Output<T>>>(resource);

        // The registration that fills the slot is tracked, so the output need not be.
        assign(new(slot._source.Task, isTracked: false));
        return slot;
    }

    public override void Resolve(OutputData<object?> data) =>
        _source.SetResult(data.With(Converter.Convert(data.Value, typeof(T)) is T value ? value : default!));

    public override void Fail(Exception exception) => _source.TrySetException(exception);
}
