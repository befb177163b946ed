using Infra.Cli.Plan.StackFiles;

namespace Infra.Cli.Plan.Recording;

/// <summary>Texts that must never be shown. They are known by their value, since mocks are not told which outputs are secret.</summary>
internal sealed class SecretTexts(IEnumerable<string> texts)
{
    // A shorter text is in others by chance: hiding "1" wherever it appears would tell what the secret is.
    private const int ShortestPart = 4;

    // The longest first, so that a secret that is part of another one does not leave the rest of it.
    private readonly string[] _texts =
    [
        .. texts.Where(text => text is not ("" or ConfigValue.Hidden))
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(text => text.Length),
    ];

    /// <summary>Whether a text is a secret, or holds one, as it stands or encoded.</summary>
    public bool AreIn(string text) =>
        _texts.Length > 0
            && (_texts.Contains(text, StringComparer.Ordinal)
                || HasPart(text)
                || (EncodedText.Decode(text) is { } decoded && HasPart(decoded)));

    private bool HasPart(string text) => _texts.Any(secret => IsPart(secret) && text.Contains(secret, StringComparison.Ordinal));

    private static bool IsPart(string secret) => secret.Length >= ShortestPart;
}
