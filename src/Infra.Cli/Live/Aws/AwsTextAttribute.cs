using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.Aws;

/// <summary>
/// A text, or a list of texts, that becomes an argument of the aws tool. What has not this form is refused where it is read: it could be an
/// option, a file that the tool would send
/// (https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-file.html), or more than one value in the tool's shorthand.
/// </summary>
/// <param name="form">What it has to match.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AwsTextAttribute(string form) : JsonConverterAttribute
{
    /// <inheritdoc />
    public override JsonConverter CreateConverter(Type typeToConvert) =>
        typeToConvert == typeof(string) ? new One(form) : new Many(new(form));

    private sealed class One(string form) : JsonConverter<string>
    {
        // At most as long as an ARN may be.
        private const int Longest = 2048;

        private readonly Regex _form = new(form, RegexOptions.CultureInvariant);

        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.String)
                throw new JsonException();

            var text = reader.GetString()!;
            return text.Length <= Longest && _form.IsMatch(text)
                ? text
                : throw new JsonException($"Nothing of AWS is called '{LegibleText.Of(text)}'.");
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    private sealed class Many(One item) : JsonConverter<IReadOnlyList<string>>
    {
        public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
                throw new JsonException();

            List<string> texts = [];
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                texts.Add(item.Read(ref reader, typeof(string), options));
            return texts;
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var text in value)
                writer.WriteStringValue(text);
            writer.WriteEndArray();
        }
    }
}
