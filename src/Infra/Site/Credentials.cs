using System.Buffers;
using System.Formats.Asn1;
using System.Text;
using System.Text.RegularExpressions;

namespace Infra.Site;

/// <summary>Finds in a file what opens something, by the marks that those who issue it give it for just this.</summary>
internal static partial class Credentials
{
    // The versions of the container and of what is in it: https://www.rfc-editor.org/rfc/rfc7292#section-4.
    private static readonly byte[] Pkcs12Version = [0x02, 0x01, 0x03, 0x30];
    private static readonly byte[] Pkcs7Data = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07];
    private const int Pkcs12Head = 40;

    // How each of them begins. Looked for together they cost little, so that the expression is asked only where one is.
    private static readonly SearchValues<string> Beginnings = SearchValues.Create(
    [
        "-----BEGIN ", "PuTTY-User-Key-File-", "AKIA", "ASIA", "aws_secret_access_key", "AWS_SECRET_ACCESS_KEY",
        "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "xoxa-", "xoxb-", "xoxe-", "xoxp-", "xoxr-", "xoxs-",
        "sk_live_", "rk_live_", "npm_",
    ], StringComparison.Ordinal);

    /// <summary>What a content holds, in words; null for none. Of bytes that are no text the text in them counts.</summary>
    public static string? In(ReadOnlySpan<byte> content)
    {
        var head = content[..Math.Min(content.Length, Pkcs12Head)];
        if (head is [0x30, ..] && head.IndexOf(Pkcs12Version) > 0 && head.IndexOf(Pkcs7Data) > 0)
            return "a key store (PKCS #12)";

        if (IsBinaryKey(content))
            return "a private key";

        // UTF-16, in which PowerShell writes, is the same text with a zero byte in each letter.
        var text = Encoding.Latin1.GetString(content);
        return InText(text)
            ?? (text.Contains('\0', StringComparison.Ordinal) ? InText(text.Replace("\0", "", StringComparison.Ordinal)) : null);
    }

    // PKCS #8, PKCS #1 and SEC 1 in DER: nothing but one sequence, which begins with a version and what only a key has behind that.
    // https://www.rfc-editor.org/rfc/rfc5958#section-2, https://www.rfc-editor.org/rfc/rfc8017#appendix-A.1.2 and
    // https://www.rfc-editor.org/rfc/rfc5915#section-3.
    private static bool IsBinaryKey(ReadOnlySpan<byte> content) =>
        AsnDecoder.TryReadEncodedValue(content, AsnEncodingRules.DER, out var tag, out var start, out var length, out var read)
        && tag == Asn1Tag.Sequence
        && read == content.Length
        && content.Slice(start, length) is [0x02, 0x01, 0x00 or 0x01, 0x30, _, 0x06, ..] or [0x02, 0x01, 0x00, 0x02, 0x82, ..]
            or [0x02, 0x01, 0x01, 0x04, ..];

    private static string? InText(string text)
    {
        var at = 0;
        for (int next; (next = text.AsSpan(at).IndexOfAny(Beginnings)) >= 0; at++)
        {
            at += next;
            if (Marks().Match(text, at) is { Success: true } found)
                return Named(found);
        }

        return null;
    }

    private static string? Named(Match found) =>
        found.Groups.Values.Skip(1).FirstOrDefault(group => group.Success)?.Name switch
        {
            "key" => "a private key",
            "aws" => "an AWS access key",
            "github" => "a GitHub token",
            "slack" => "a Slack token",
            "stripe" => "a Stripe key",
            "npm" => "an npm token",
            _ => null,
        };

    // A key has a body near its head, and AWS's own examples end with EXAMPLE, so that a page about keys may be published.
    // https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github
    [GeneratedRegex(
        """
        \G(?:(?<key>-----BEGIN\ [A-Z0-9\ ]{0,20}PRIVATE\ KEY(\ BLOCK)?-----[\s\S]{0,200}?[A-Za-z0-9+/]{32}
            |PuTTY-User-Key-File-[0-9]:)
        |(?<aws>(?<![A-Za-z0-9])(AKIA|ASIA)[A-Z0-9]{9}(?!EXAMPLE)[A-Z0-9]{7}(?![A-Za-z0-9])
            |(aws_secret_access_key|AWS_SECRET_ACCESS_KEY)["']?\s{0,9}[=:]\s{0,9}["']?(?![A-Za-z0-9/+]{30}EXAMPLEKEY)[A-Za-z0-9/+]{40})
        |(?<github>(ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60})
        |(?<slack>xox[abeprs]-[0-9A-Za-z-]{20})
        |(?<stripe>(sk|rk)_live_[0-9A-Za-z]{24})
        |(?<npm>npm_[A-Za-z0-9]{36}))
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Marks();
}
