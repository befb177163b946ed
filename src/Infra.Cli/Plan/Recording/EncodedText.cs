using System.Text;

namespace Infra.Cli.Plan.Recording;

/// <summary>User data is Base64, which hides the names and secrets in it from a plain search.</summary>
internal static class EncodedText
{
    private const int ShortestScript = 200;

    /// <summary>What a text stands for; null when it stands for itself.</summary>
    public static string? Decode(string text)
    {
        if (text.Length < ShortestScript)
            return null;

        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var length) ? Encoding.UTF8.GetString(buffer, 0, length) : null;
    }
}
