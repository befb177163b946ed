namespace Infra.Cli.Live.Http;

/// <summary>An answer with its body.</summary>
/// <param name="Head">Status and header fields.</param>
/// <param name="Body">As much as came of the body, a character for each byte.</param>
/// <param name="Fault">Why that is not all of it; none if it is.</param>
internal sealed record HttpPage(HttpReply Head, string Body, string? Fault);
