using System.Text.Json;
using System.Text.Json.Serialization;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.Aws;

/// <summary>Says which shape a text, or each of a list, must have to be read at all.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ShapedAttribute(ShapeName shape) : JsonConverterAttribute
{
    public override JsonConverter CreateConverter(Type typeToConvert) =>
        typeToConvert == typeof(string) ? new Text(Shape.Of(shape)) : new Texts(Shape.Of(shape));

    private static string Checked(Shape shape, string? text) => text is null ? throw new JsonException("it is null")
        : shape.FaultOf(text) is { } fault ? throw new JsonException($"'{LegibleText.Of(text)}' {fault}.")
        : text;

    private sealed class Text(Shape shape) : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Checked(shape, reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException());

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    private sealed class Texts(Shape shape) : JsonConverter<IReadOnlyList<string>>
    {
        public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            [.. JsonSerializer.Deserialize<string?[]>(ref reader, options)!.Select(text => Checked(shape, text))];

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.ToArray(), options);
    }
}
