namespace Generator.Schema;

/// <summary>A mistake in a schema or coverage file: where it is, and in the message the rule, the value and the mend.</summary>
internal sealed class SchemaException(string file, int? line, string message) : Exception(message)
{
    /// <summary><c>file</c> or <c>file(line)</c>.</summary>
    public string Location { get; } = line is null ? file : $"{file}({line})";
}
