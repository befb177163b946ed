using Infra.Cli.Live.Verify;

namespace Infra.Cli.Tests.Live.Verify;

/// <summary>The claims by what they say.</summary>
internal static class Claims
{
    public const string Redirects =
        "plain HTTP answers only with a 301 or 308 to the same host, path and query over HTTPS, or refuses what no browser sends";
    public const string RefusesOld = "the server refuses SSL 2.0, SSL 3.0, TLS 1.0 and TLS 1.1, with every cipher suite that is known";
    public const string AcceptsNew = "the server accepts TLS 1.2 and TLS 1.3";
    public const string RefusesWeak =
        "over TLS 1.2 the server refuses every cipher suite without forward secrecy, authenticated encryption or a certificate, "
        + "and every other that the stack's policy lacks";
    public const string IsTrusted = "the certificate leads to one that is trusted";
    public const string IsStrong =
        "no key on the certificate's way is RSA below 2048 bits or EC below 256 bits, and no signature is by MD5 or SHA-1";

    public const string HasStrongGroups =
        "over TLS 1.2 the server exchanges keys in no finite field below 2048 bits, and on no curve below 256 bits or over a binary field";

    public const string IsForHost = "the certificate is for this host";
    public const string IsValid = "the certificate is valid for 14 more days, and so is every one that it leads through";
    public const string HasFrontPage =
        "the front page answers 200, or as --status says, whole and within 10 s, if need be after redirects within HTTPS";
    public const string HasHeaders =
        "answers have HSTS of 31536000 seconds or more, nosniff, a limit to framing, and a content security policy that names where "
        + "scripts and plug-ins come from; a stack's are as it declares";
    public const string HidesVersion = "no header field of the front page, a missing page or plain HTTP names the version of a program";
    public const string HasSecureCookies = "the front page, its redirects, a missing page and plain HTTP set no cookie without Secure";
    public const string RefusesTrace = "TRACE over HTTPS is refused, and its header fields are not sent back";
    public const string IsNotInjected =
        "ends of lines that are encoded in path and query put no header field into the answers of HTTPS and plain HTTP";
    public const string HealthPath = "the health path answers 200";
    public const string AcceptsOnlyTls13 = "the server accepts TLS 1.3 and refuses TLS 1.2";
    public const string SurvivesMalformed = "a malformed request is answered or cut off, and not with a 5xx";
    public const string SurvivesOversized = "an oversized header field is answered or cut off, and not with a 5xx";
    public const string SurvivesMethod = "an unknown method is answered or cut off, and not with a 5xx";
    public const string SurvivesHost = "an unknown host is answered or cut off, and not with a 5xx";

    /// <summary>How many there are.</summary>
    public static int Count { get; } = Verifier.Checks(isTls13Only: false).Count;
}
