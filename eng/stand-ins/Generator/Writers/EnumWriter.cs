using Generator.Schema;

namespace Generator.Writers;

/// <summary>Writes an enum of strings: a struct, since the cloud's values are seldom C# identifiers.</summary>
internal static class EnumWriter
{
    public static void Write(SourceFile file, string name, IEnumerable<EnumValueSpec> values)
    {
        file.Line("[EnumType]");
        file.Block($"public readonly struct {name} : System.IEquatable<{name}>", () =>
        {
            file.Line("private readonly string _value;");
            file.Line();
            file.Line($"private {name}(string value) => _value = value ?? throw new System.ArgumentNullException(nameof(value));");
            file.Line();
            foreach (var value in values)
            {
                file.Obsolete(value.DeprecationMessage);
                file.Line($"public static {name} {value.Name} {{ get; }} = new({value.Value.GetRawText()});");
            }

            file.Line();
            file.Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);");
            file.Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);");
            file.Line($"public static explicit operator string({name} value) => value._value;");
            file.Line();
            file.Line($"public override bool Equals(object? obj) => obj is {name} other && Equals(other);");
            file.Line($"public bool Equals({name} other) => string.Equals(_value, other._value, System.StringComparison.Ordinal);");
            file.Line("public override int GetHashCode() => _value?.GetHashCode() ?? 0;");
            file.Line("public override string ToString() => _value;");
        });
    }
}
