using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Infra.Cli.Verification.Reports;

/// <summary>A report for programs.</summary>
internal static class VerifyJson
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // Not for HTML: texts stay legible.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Of(VerifyReport report)
    {
        var document = new
        {
            report.Url,
            report.Outcome,
            report.Unreachable,
            Checks = report.Verdicts.Select(verdict => new
            {
                verdict.Claim.Requirement,
                Claim = verdict.Claim.Text,
                verdict.Finding.Outcome,
                verdict.Finding.Seen,
                verdict.Claim.NotProven,
                Seconds = Math.Round(verdict.Took.TotalSeconds, 3),
            }),
        };
        return JsonSerializer.Serialize(document, Format);
    }
}
