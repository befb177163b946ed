using System.Text.Json;

namespace Generator.Schema;

internal static class SchemaFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    /// <summary>Reads a package schema, which must be of <paramref name="version"/>.</summary>
    /// <exception cref="SchemaException">It is missing, is not a package schema, or is of another version.</exception>
    public static PackageSchema Read(string path, string version)
    {
        PackageSchema schema;
        try
        {
            schema = JsonSerializer.Deserialize<PackageSchema>(File.ReadAllText(path), Options)
                ?? throw new JsonException("it is null");
        }
        catch (JsonException e)
        {
            var line = (int?)(e.LineNumber + 1);
            throw new SchemaException(path, line,
                $"the file must be a Pulumi package schema, but {Reason(e)}; run eng/stand-ins/schema/update to write it anew");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SchemaException(path, null,
                $"the schema cannot be read ({e.Message}); run eng/stand-ins/schema/update to write it anew");
        }

        if (schema.Version != version)
        {
            throw new SchemaException(path, null,
                $"the schema must be of the version that Directory.Packages.props names, {version}, but is of {schema.Version}; "
                + "run eng/stand-ins/schema/update");
        }

        return new SchemaRules(schema).Problems().FirstOrDefault() is { } problem
            ? throw new SchemaException(path, null,
                $"the file must be a Pulumi package schema, but {problem}; run eng/stand-ins/schema/update to write it anew")
            : schema;
    }

    // The serializer appends path and position, which the location says already.
    private static string Reason(JsonException e) => e.Message.Split(" Path:", 2)[0].Split(" LineNumber:", 2)[0].TrimEnd('.', ' ');
}
