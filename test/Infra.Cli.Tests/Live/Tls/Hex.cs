using Infra.Cli.Live.Tls;

namespace Infra.Cli.Tests.Live.Tls;

/// <summary>Messages of TLS as hexadecimal text, by their parts.</summary>
internal static class Hex
{
    /// <summary>32 random bytes that are always these.</summary>
    public const string Random = "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F";

    public const string FatalAlert = "15030300020228";

    public const string Warning = "15030300020170";

    /// <summary>A record of a handshake.</summary>
    public static string Record(string content) => $"160303{content.Length / 2:X4}{content}";

    /// <summary>A message of a handshake, by its type.</summary>
    public static string Message(string type, string body) => $"{type}{body.Length / 2:X6}{body}";

    /// <summary>The body of a ServerHello without a session.</summary>
    public static string HelloBody(TlsVersion version, string suite, string end = "00") => $"{(ushort)version:X4}{Random}00{suite}{end}";

    /// <summary>A ServerHello without a session.</summary>
    public static string Hello(TlsVersion version, string suite, string end = "00") => Message("02", HelloBody(version, suite, end));

    public static MemoryStream Stream(string bytes) => new(Convert.FromHexString(bytes));
}
