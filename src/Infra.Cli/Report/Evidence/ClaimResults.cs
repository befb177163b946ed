using System.Text.Json;
using System.Text.Json.Serialization;
using Infra.Cli.Live.Claims;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;

namespace Infra.Cli.Report.Evidence;

/// <summary>Reads what <c>verify</c>, <c>drill</c> and <c>rehearse</c> print with <c>--json</c>.</summary>
internal static class ClaimResults
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        // Of two outcomes of one claim, the last would count.
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    private static readonly string[] Commands = ["infra verify", "infra drill", ClaimEvidence.Rehearsal];

    /// <exception cref="InvalidUsageException">
    /// They are no evidence, or are of another stack; the file's name is still to come before.
    /// </exception>
    public static ClaimEvidence Read(ReadOnlySpan<byte> json, string file, ResourceGraph graph, EvidenceAge age)
    {
        var document = Parse(json);
        if (document.Made is not { } made || !Commands.Contains(made.Command))
        {
            throw new InvalidUsageException(
                $"must say in 'made' which of {string.Join(", ", Commands)} made it, for which stack and when: make it again with --json");
        }

        RequireOwn(made, document.Url, graph);
        var verdicts = document.Checks.Select(VerdictOf).ToList();
        if (ClaimContradiction.In(verdicts, document.Outcome) is { } contradiction)
            throw new InvalidUsageException($"contradicts itself: {contradiction}. It was changed since, or cut off: make it again");

        return new(file, made, age.StaleOf(made), verdicts);
    }

    private static EvidenceDocument Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<EvidenceDocument>(json.TrimStart("\uFEFF"u8), Format)
                ?? throw new JsonException("It is null.");
        }
        catch (JsonException strange)
        {
            throw new InvalidUsageException(
                "must be what verify, drill or rehearse print with --json, or NUnit's XML of test results, and is neither: "
                + $"{LegibleText.Of(strange.Message)} Make it again");
        }
    }

    private static void RequireOwn(EvidenceStamp made, Uri? url, ResourceGraph graph)
    {
        if (made.Stack is null)
        {
            if (url is null || graph.FindOutput("url") is not string own || !Uri.TryCreate(own, UriKind.Absolute, out var site)
                || site.Host != url.Host)
            {
                throw new InvalidUsageException(
                    $"must be of stack {graph.StackName}, and is of {LegibleText.Of($"{url}")}, which the plan does not name: "
                    + $"verify it with --stack {graph.StackName}");
            }
        }
        else if (made.Stack != graph.StackName || (made.Project is { } project && project != graph.ProjectName))
        {
            throw new InvalidUsageException(
                $"must be of stack {graph.StackName} of project {graph.ProjectName}, and is of "
                + $"{LegibleText.Of($"{made.Stack} of {made.Project ?? "a project that it does not name"}")}: "
                + "leave it out, or name that stack");
        }
    }

    private static Verdict VerdictOf(Check check) => new(
        new(check.Requirement, LegibleText.Line(check.Claim), LegibleText.Line(check.NotProven)),
        new(check.Outcome, LegibleText.Lines(check.Seen))
        {
            Timing = check is { PromisedSeconds: { } promised, MeasuredSeconds: { } measured }
                ? new(Time(promised), Time(measured)) { Grace = Time(check.GraceSeconds) }
                : null,
        },
        Time(check.Seconds));

    // As far as anything is drilled; a file may say anything.
    private static TimeSpan Time(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, TimeSpan.FromDays(7).TotalSeconds));

    private sealed record EvidenceDocument(Outcome Outcome, IReadOnlyList<Check> Checks)
    {
        public EvidenceStamp? Made { get; init; }

        public Uri? Url { get; init; }
    }

    // As ClaimJson writes it, which leaves out what has no value.
    private sealed record Check(string Claim, Outcome Outcome, string Seen, string NotProven)
    {
        public string? Requirement { get; init; }

        public double Seconds { get; init; }

        public double? PromisedSeconds { get; init; }

        public double? MeasuredSeconds { get; init; }

        public double GraceSeconds { get; init; }
    }
}
