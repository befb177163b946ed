using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Cli.Checks.Reports;

/// <summary>A report for code scanning: SARIF 2.1.0 with what fails, and what is waived as suppressed.</summary>
/// <remarks>
/// See https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, and for what GitHub makes of it
/// https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning. What passes
/// is left out: GitHub would open an alert for it.
/// </remarks>
internal static class CheckSarif
{
    /// <summary>The rule that a wrong waiver breaks; it is no control, since no resource is to blame.</summary>
    private const string WaiverRule = "waiver";

    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(CheckReport report)
    {
        var run = new JsonObject
        {
            ["tool"] = new JsonObject
            {
                ["driver"] = new JsonObject
                {
                    ["name"] = "infra check",
                    ["rules"] = Array([.. report.Results.Select(result => Rule(result.Control)), RuleOfWaivers()]),
                },
            },
            // A category of its own, or the stacks of a commit would overwrite each other's results.
            ["automationDetails"] = new JsonObject { ["id"] = $"infra-check/{report.Graph.StackName}/" },
            ["results"] = Array([.. Results(report), .. report.WaiverProblems.Select(wrong => Wrong(wrong, report.Graph.StackName))]),
        };
        if (NotKnown(report).ToArray() is { Length: > 0 } notKnown)
        {
            run["invocations"] = new JsonArray(new JsonObject
            {
                ["executionSuccessful"] = true,
                ["toolExecutionNotifications"] = Array(notKnown),
            });
        }

        var log = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(run),
        };
        return log.ToJsonString(Format);
    }

    private static JsonObject Rule(Control control) => Rule(
        control.Id,
        control.Title,
        control.Sources.IsEmpty ? control.Title : $"{control.Title} ({string.Join(", ", control.Sources)})",
        control.Mend,
        control.Severity,
        ["security", .. control.Requirements]);

    private static JsonObject RuleOfWaivers() => Rule(
        WaiverRule,
        "Every waiver is needed.",
        "A waiver names a control that there is, and resources that fail it; one that outlives its reason hides the next failure.",
        "drop the waiver, or what it names in vain",
        Severity.High,
        ["security"]);

    private static JsonObject Rule(
        string id, string title, string description, string mend, Severity severity, IEnumerable<string> tags) => new()
        {
            ["id"] = id,
            ["shortDescription"] = Message(title),
            ["fullDescription"] = Message(description),
            ["help"] = Message($"To fix it: {mend}."),
            ["defaultConfiguration"] = new JsonObject { ["level"] = Level(severity) },
            ["properties"] = new JsonObject
            {
                ["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)tag)]),
                ["security-severity"] = Score(severity),
            },
        };

    private static IEnumerable<JsonObject> Results(CheckReport report) =>
        from result in report.Results
        from finding in result.Findings
        where finding.Outcome is ControlOutcome.Fail or ControlOutcome.Waived
        select Result(report, result.Control, finding);

    // Not among the results, each of which is an alert on GitHub: that nobody can tell is no alert.
    private static IEnumerable<JsonObject> NotKnown(CheckReport report) =>
        from result in report.Results
        from finding in result.Findings
        where finding.Outcome == ControlOutcome.NotKnown
        select new JsonObject
        {
            ["level"] = "note",
            ["message"] = Message($"{finding.Resource.Name} {finding.Problem}."),
            ["associatedRule"] = new JsonObject { ["id"] = result.Control.Id },
        };

    private static JsonObject Result(CheckReport report, Control control, ControlFinding finding)
    {
        var location = Location(SourceFiles.Of(finding.Resource, report.Graph), 1);
        location["logicalLocations"] = new JsonArray(new JsonObject
        {
            ["fullyQualifiedName"] = finding.Resource.Urn,
            ["name"] = finding.Resource.Name,
            ["kind"] = "resource",
        });
        var result = new JsonObject
        {
            ["ruleId"] = control.Id,
            ["level"] = Level(control.Severity),
            ["message"] = Message($"{finding.Resource.Name} {finding.Problem}. To fix it: {control.Mend}."),
            ["locations"] = new JsonArray(location),
            ["partialFingerprints"] = Fingerprint($"{control.Id}|{finding.Resource.Urn}"),
        };
        if (finding.Waiver is { } waiver)
        {
            result["suppressions"] = new JsonArray(new JsonObject
            {
                ["kind"] = "external",
                ["status"] = "accepted",
                ["justification"] = waiver.Acceptance,
                ["location"] = Location(waiver.File, waiver.Line),
            });
        }

        return result;
    }

    private static JsonObject Wrong(Waivers.WaiverProblem wrong, string stackName) => new()
    {
        ["ruleId"] = WaiverRule,
        ["level"] = "error",
        ["message"] = Message($"{wrong.Problem}."),
        ["locations"] = new JsonArray(Location(wrong.Waiver.File, wrong.Waiver.Line)),
        ["partialFingerprints"] = Fingerprint($"{stackName}|{wrong.Waiver.ControlId}|{wrong.Problem}"),
    };

    private static JsonArray Array(IEnumerable<JsonObject> items) => new([.. items]);

    private static JsonObject Message(string text) => new() { ["text"] = text };

    private static JsonObject Location(string file, int line) => new()
    {
        ["physicalLocation"] = new JsonObject
        {
            ["artifactLocation"] = new JsonObject { ["uri"] = file, ["uriBaseId"] = "%SRCROOT%" },
            ["region"] = new JsonObject { ["startLine"] = line },
        },
    };

    // By the name that GitHub tells alerts apart by: many results share a file's first line.
    private static JsonObject Fingerprint(string identity) =>
        new() { ["primaryLocationLineHash"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..16] };

    private static string Level(Severity severity) => severity switch
    {
        Severity.Critical or Severity.High => "error",
        Severity.Medium => "warning",
        _ => "note",
    };

    // The middle of the band that GitHub shows under that word.
    private static string Score(Severity severity) => severity switch
    {
        Severity.Critical => "9.5",
        Severity.High => "8.0",
        Severity.Medium => "5.5",
        _ => "2.0",
    };
}
