using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Cli.Shell;

namespace Infra.Cli.Plan.Reading;

/// <summary>Refuses what a preview or a deployment that failed has left: whatever was to come after the failure is not in it.</summary>
internal static partial class FailedRun
{
    /// <summary>Refuses it if a diagnostic of the engine is an error.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="run">What failed: a preview, or a deployment.</param>
    /// <exception cref="FormatException">It is an error.</exception>
    public static void Refuse(JsonElement diagnostic, string run)
    {
        if (diagnostic.ValueKind == JsonValueKind.Object && ResourceReader.Text(diagnostic, "severity") == "error")
            throw Failed(run, ResourceReader.Text(diagnostic, "message"));
    }

    /// <summary>Says that it failed, and why.</summary>
    public static FormatException Failed(string run, string? message) =>
        new($"is of a {run} that failed ({LegibleText.Of(Colour().Replace(message ?? "", "").Trim())})");

    // Events keep the colours of a message: sdk/go/common/diag/colors in pulumi/pulumi.
    [GeneratedRegex("<{%[^%]*%}>", RegexOptions.CultureInvariant)]
    private static partial Regex Colour();
}
