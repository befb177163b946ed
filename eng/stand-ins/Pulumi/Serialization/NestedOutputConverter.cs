using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi.Serialization;

/// <summary>Creates converters for outputs and for every kind of input.</summary>
internal sealed class NestedOutputConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsAssignableTo(typeof(IOutput)) || typeToConvert.IsAssignableTo(typeof(IInput));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(NestedOutputConverter<>).MakeGenericType(typeToConvert))!;
}

/// <summary>Writes the value inside an output.</summary>
internal sealed class NestedOutputConverter<TWrapper> : JsonConverter<TWrapper>
{
    public override TWrapper Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Outputs are only written.");

    public override void Write(Utf8JsonWriter writer, TWrapper value, JsonSerializerOptions options)
    {
        var plain = OutputJson.Read(value as IOutput ?? ((IInput)value!).AsUntypedOutput());
        JsonSerializer.Serialize(writer, plain, plain?.GetType() ?? typeof(object), options);
    }
}
