using System.Collections;
using Pulumi.Serialization;

namespace Pulumi.Registration;

/// <summary>Reads what a mock returned as the state of a resource or the result of a function.</summary>
internal static class StateReader
{
    public static Task<SerializedProperties> ReadAsync(object? state) => Serializer.SerializeStateAsync(state switch
    {
        // What a mock without a setup returns; reading it fails like any other null.
        null => throw new NullReferenceException("The mock returned null."),
        InputArgs args => args.ReadMembers(),
        IDictionary<string, object?> dictionary => dictionary,
        IDictionary dictionary => ValueReader.Entries(dictionary, context: ""),
        _ when OutputTypes.IsOutputType(state.GetType()) => OutputTypeShape.Read(state),
        string or bool or int or double or IList =>
            throw new InvalidOperationException($"{state.GetType().FullName} is not a supported argument type"),
        _ => throw ValueReader.Unsupported(state.GetType(), context: ""),
    });
}
