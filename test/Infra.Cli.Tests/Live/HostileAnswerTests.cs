using System.Text.Json.Nodes;
using Infra.Cli.Live.Claims.Reports;
using Infra.Cli.Live.Drill;
using Infra.Cli.Live.Drill.Reports;
using Infra.Cli.Shell;
using Infra.Cli.Tests.Live.Drill;
using Infra.Cli.Tests.Shell;
using Spectre.Console;

namespace Infra.Cli.Tests.Live;

/// <summary>Every text that AWS answers in a drill, one after the other made hostile: the report is whole, and says nothing else.</summary>
internal sealed class HostileAnswerTests
{
    private static readonly string[] Commands =
    [
        "autoscaling describe-auto-scaling-groups", "autoscaling describe-instance-refreshes", "autoscaling describe-policies",
        "cloudwatch describe-alarms", "ec2 describe-instances", "ec2 describe-security-groups", "elbv2 describe-load-balancer-attributes",
        "elbv2 describe-load-balancers", "elbv2 describe-target-groups", "elbv2 describe-target-health", "sts get-caller-identity",
    ];

    [TestCaseSource(nameof(Commands))]
    [Category("Slow")]
    public async Task Texts_OfAnAnswer_AreLegibleInEveryReport(string command)
    {
        for (var place = 0; place < Texts(Recording.Of(command)).Count; place++)
        {
            var played = new PlayedDrill();
            var hostile = place;
            played.Aws.Edits[command] = answer =>
            {
                if (Texts(answer) is var texts && hostile < texts.Count)
                    texts[hostile].ReplaceWith(HostileText.All);
            };

            try
            {
                AssertLegible(await played.RunAsync());
            }
            catch (InvalidUsageException refusal)
            {
                HostileText.AssertLegible(refusal.Message);
            }
        }
    }

    [Test]
    public async Task Error_OfTheTool_IsLegible()
    {
        foreach (var command in Commands)
        {
            var played = new PlayedDrill();
            played.Aws.In(TimeSpan.FromMinutes(2), () => played.Aws.Next[command] = new([new(1, "", HostileText.All)]));

            AssertLegible(await played.RunAsync());
        }
    }

    private static void AssertLegible(DrillReport report)
    {
        using var written = new StringWriter();
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(written), Ansi = AnsiSupport.No });
        console.Profile.Width = 1000;
        new ClaimText(report, new Terminal(written, written, console).Styled).Write();

        HostileText.AssertLegible(written.ToString());
        HostileText.AssertLegible(DrillJson.Of(report));
        HostileText.AssertXml(ClaimJUnit.Of(report));
    }

    private static List<JsonValue> Texts(JsonNode? node) => node switch
    {
        JsonObject members => [.. members.SelectMany(member => Texts(member.Value))],
        JsonArray items => [.. items.SelectMany(Texts)],
        JsonValue value when value.TryGetValue<string>(out _) => [value],
        _ => [],
    };
}
