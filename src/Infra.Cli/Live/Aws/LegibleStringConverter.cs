using System.Text.Json;
using System.Text.Json.Serialization;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.Aws;

/// <summary>Reads every text of an answer as one line that can be shown: states, addresses and reasons stand in lines of reports.</summary>
internal sealed class LegibleStringConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? LegibleText.Line(reader.GetString()!) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
