namespace Contract.Tests.Support;

internal enum ProbeLevel { Low = 1, High = 2 }

/// <summary>A string enum the way provider SDKs generate them: private constructor, explicit conversion to the wire value.</summary>
[EnumType]
internal readonly struct ProbeColor
{
    private readonly string _value;

    private ProbeColor(string value) => _value = value;

    public static ProbeColor Red { get; } = new("red");

    public static explicit operator string(ProbeColor value) => value._value;
}

[OutputType]
internal sealed class ProbeDetail
{
    [OutputConstructor]
    private ProbeDetail(int port, string? note) => (Port, Note) = (port, note);

    public int Port { get; }

    public string? Note { get; }
}
