using System.Text.Json;
using System.Text.Json.Serialization;
using Pulumi;

namespace Infra.Tests.Support;

/// <summary>Writes a union as the case that it holds; by itself the serializer asks for the other one too, which throws.</summary>
internal sealed class UnionJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Union<,>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<,>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Of<T0, T1> : JsonConverter<Union<T0, T1>>
    {
        public override void Write(Utf8JsonWriter writer, Union<T0, T1> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);

        public override Union<T0, T1> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("unions are only written");
    }
}
