using Infra.Cli.Live.Verify;

namespace Infra.Cli.Tests.Live.Verify;

/// <summary>The claims by what they say.</summary>
internal static class Claims
{
    public const string Redirects = "plain HTTP answers only with a 301 to the same host, path and query over HTTPS";
    public const string RefusesOld = "the server refuses SSL 2.0, SSL 3.0, TLS 1.0 and TLS 1.1, with every cipher suite there is";
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
    public const string HasHeaders = "answers carry the declared security header fields";
    public const string HidesVersion = "no answer names the version of a program";
    public const string HealthPath = "the health path answers 200";
    public const string AcceptsOnlyTls13 = "the server accepts TLS 1.3 and refuses TLS 1.2";
    public const string SurvivesMalformed = "a malformed request is answered or cut off, and not with a 5xx";
    public const string SurvivesOversized = "an oversized header field is answered or cut off, and not with a 5xx";
    public const string SurvivesMethod = "an unknown method is answered or cut off, and not with a 5xx";
    public const string SurvivesHost = "an unknown host is answered or cut off, and not with a 5xx";

    /// <summary>How many there are.</summary>
    public static int Count { get; } = Verifier.Checks(isTls13Only: false).Count;
}
