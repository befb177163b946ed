using System.Globalization;
using Infra.Cli.Checks;
using Infra.Cli.Live.Claims;
using Infra.Cli.Preview;
using Infra.Cli.Report.Requirements;
using static Infra.Cli.Shell.MarkdownText;

namespace Infra.Cli.Tests.Docs.Requirements;

/// <summary><c>docs/requirements.md</c>: how each requirement is met and proven, gathered from the program and its tests.</summary>
internal sealed class RequirementsDocument(Evidence dev, Evidence prod)
{
    public const string Path = "docs/requirements.md";

    public string Write() => GeneratedFile.Text(
    [
        "# How is each requirement proven?",
        "<!-- Written by test/Infra.Cli.Tests/Docs/Requirements from the program and its tests. -->",
        """
        dev and prod are the two stacks as delivered, in [test/Infra.Tests/Reference](../test/Infra.Tests/Reference). What `infra check` and
        `infra rehearse` say of stacks of your own, they say at any time.
        """,
        Table(
        [
            ["", "The customer asked for", "Resources of prod", "Unit tests", "Controls", "Rehearsal", "Live check"],
            .. CustomerRequirement.All.Select(Overview),
        ]),
        """
        The words in it: *resources* are what the program creates; *unit tests* check it against a mocked cloud; *controls* check
        every stack's resources before a deployment (`infra check`); a *rehearsal* is the stack on this machine, broken and loaded
        by a script (`infra rehearse`); a *live check* asks the deployed site.
        """,
        .. CustomerRequirement.All.SelectMany(Details),
    ]);

    private string[] Overview(CustomerRequirement requirement)
    {
        var id = requirement.Id;
        return
        [
            $"[{id}](#{id.ToLowerInvariant()})",
            requirement.Sentence,
            Link(id, "resources", Count(prod.ResourcesOf(requirement).Count, "resource")),
            Link(id, "unit-tests", Count(UnitTests.Of(requirement).Sum(fixture => fixture.Cases), "case")),
            Link(id, "controls", Count(prod.ControlsOf(requirement).Count(), "control")),
            CountOr(Link(id, "rehearsal", Count(prod.RehearsedFor(requirement).Count(), "claim")), Rehearsals.Impossible, id),
            CountOr(Link(id, "live-check", Count(LiveChecks.Of(requirement).Count, "claim")), LiveChecks.Impossible, id),
        ];
    }

    private IEnumerable<string> Details(CustomerRequirement requirement) =>
    [
        $"## {requirement.Id}",
        requirement.Sentence,
        $"### {requirement.Id} resources",
        Resources(requirement),
        $"### {requirement.Id} unit tests",
        $"`dotnet test --filter Requirement={requirement.Id}` runs them, without those that start real processes.",
        Tests(requirement),
        $"### {requirement.Id} controls",
        Controls(requirement),
        $"### {requirement.Id} rehearsal",
        Rehearsals.Impossible.TryGetValue(requirement.Id, out var unrehearsed) ? Because(unrehearsed) : Rehearsed(requirement),
        $"### {requirement.Id} live check",
        LiveChecks.Impossible.TryGetValue(requirement.Id, out var unseen) ? Because(unseen) : Claims(requirement),
    ];

    private string Resources(CustomerRequirement requirement)
    {
        var (inDev, inProd) = (dev.ResourcesOf(requirement), prod.ResourcesOf(requirement));
        var types = inProd.Concat(inDev).Select(node => node.Type).Distinct();
        return Table(
        [
            ["Type", "dev", "prod"],
            .. types.Select(type => (string[])
            [
                Code(TypeName.Short(type)),
                Codes(inDev.Where(node => node.Type == type).Select(node => node.Name)),
                Codes(inProd.Where(node => node.Type == type).Select(node => node.Name)),
            ]),
        ]);
    }

    private static string Tests(CustomerRequirement requirement) => Table(
    [
        ["Fixture", "Cases", "of these with real processes"],
        .. UnitTests.Of(requirement).Select(fixture => (string[])
            [$"[{fixture.Name}](../{fixture.File})", Number(fixture.Cases), fixture.Live == 0 ? "" : Number(fixture.Live)]),
    ]);

    private string Controls(CustomerRequirement requirement) => Table(
    [
        ["Control", "Holds when", "dev", "prod"],
        .. dev.ControlsOf(requirement).Zip(prod.ControlsOf(requirement), (inDev, inProd) => (string[])
            [Code(inDev.Control.Id), inDev.Control.Title, Word(inDev.Outcome), Word(inProd.Outcome)]),
    ]);

    private string Rehearsed(CustomerRequirement requirement) => Table(
    [
        ["Stack", "Claim", "Seen by `infra rehearse --fast`"],
        .. from evidence in (Evidence[])[dev, prod]
           from verdict in evidence.RehearsedFor(requirement)
           select (string[])[evidence.Graph.StackName, verdict.Claim.Text, SeenOf(evidence.Graph.StackName, verdict)],
    ]);

    // What a simulation leaves out is no gap in the proof: `--drill` tries it on real sockets.
    private static string SeenOf(string stack, Verdict verdict) =>
        verdict.Finding.Outcome == Outcome.NotApplicable
            ? $"{verdict.Finding.Seen}, but by `infra rehearse {stack} --drill`"
            : verdict.Finding.Seen;

    private static string Claims(CustomerRequirement requirement) => Table(
    [
        ["Command", "Claims that", "Does not prove"],
        .. LiveChecks.Of(requirement).Select(check => (string[])[Code(check.Command), check.Text, check.NotProven]),
    ]);

    private static string CountOr(string count, IReadOnlyDictionary<string, string> impossible, string id) =>
        impossible.TryGetValue(id, out var why) ? $"—, because {why}" : count;

    private static string Because(string why) => $"None, because {why}.";

    private static string Link(string id, string section, string text) => $"[{text}](#{id.ToLowerInvariant()}-{section})";

    private static string Count(int count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Word(ControlOutcome outcome) => outcome switch
    {
        ControlOutcome.NotApplicable => "does not apply",
        _ => outcome.ToString().ToLowerInvariant(),
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
