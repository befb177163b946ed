namespace Infra.Cli.Live.Tls;

/// <summary>What a server makes of a ClientHello.</summary>
/// <param name="Kind">Which of the possible things.</param>
/// <param name="Hello">What it has chosen, if it goes on.</param>
/// <param name="Shown">The answer in words.</param>
internal sealed record ServerAnswer(AnswerKind Kind, ServerHello? Hello, string Shown)
{
    private const byte ProtocolVersion = 70;

    /// <summary>Whether it is the version that is refused, so that no other offer of that version is any use.</summary>
    public bool RefusesVersion { get; private init; }

    public static ServerAnswer Of(ServerHello hello) =>
        new(AnswerKind.Accepted, hello, $"{TlsNames.Of(hello.Version)} with {TlsNames.Of(hello.CipherSuite)}");

    public static ServerAnswer Alert(byte description) =>
        new(AnswerKind.Refused, null, $"alert {TlsNames.OfAlert(description)}") { RefusesVersion = description == ProtocolVersion };

    public static ServerAnswer Closed { get; } = new(AnswerKind.Refused, null, "connection closed");

    /// <summary>A ServerHello of SSL 2.0, which agrees on no suite yet.</summary>
    public static ServerAnswer Ssl2 { get; } = new(AnswerKind.Accepted, null, "SSL 2.0");

    public static ServerAnswer Refusal(string shown) => new(AnswerKind.Refused, null, shown);

    public static ServerAnswer Unclear(string why) => new(AnswerKind.Unclear, null, why);
}

/// <summary>The possible answers to a ClientHello.</summary>
internal enum AnswerKind
{
    /// <summary>A ServerHello or a HelloRetryRequest: the handshake goes on.</summary>
    Accepted,

    /// <summary>The server ends it, by an alert or by closing the connection.</summary>
    Refused,

    /// <summary>Silence, or something that is not TLS: neither.</summary>
    Unclear,
}
