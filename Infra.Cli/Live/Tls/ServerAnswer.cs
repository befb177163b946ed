namespace Infra.Cli.Live.Tls;

/// <summary>What a server makes of a ClientHello.</summary>
/// <param name="Kind">Which of the possible things.</param>
/// <param name="Hello">What it has chosen, if it goes on.</param>
/// <param name="Shown">The answer in words.</param>
internal sealed record ServerAnswer(AnswerKind Kind, ServerHello? Hello, string Shown)
{
    public static ServerAnswer Of(ServerHello hello) =>
        new(AnswerKind.Accepted, hello, $"{TlsNames.Of(hello.Version)} with {TlsNames.Of(hello.CipherSuite)}");

    public static ServerAnswer Alert(byte description) => new(AnswerKind.Refused, null, $"alert {TlsNames.OfAlert(description)}");

    public static ServerAnswer Closed { get; } = new(AnswerKind.Refused, null, "connection closed");

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
