using System.Text;
using Infra.Cli.Checks;
using Infra.Cli.Checks.Reports;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Cost;
using Infra.Cli.Cost.Prices;
using Infra.Cli.Diagram;
using Infra.Cli.Diagram.Facts;
using Infra.Cli.Diagram.Mermaid;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;
using Infra.Cli.Preview;
using Infra.Cli.Rehearsal;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Shell;
using Infra.Cli.Tests.Checks;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Reading;

/// <summary>All that the commands say of a stack, without the command line around it.</summary>
internal static class EverythingSaid
{
    /// <summary>The outputs by command; of one that refuses the stack, the message.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(ResourceGraph graph)
    {
        var report = CheckReport.Of(graph, WaiverFile.OfTheDesign());
        var said = new Dictionary<string, string>
        {
            ["check"] = Written(text => new CheckText(report, PlainConsole.Of(text)).Write()),
            ["check --json"] = CheckJson.Of(report),
            ["check --sarif"] = CheckSarif.Of(report),
            ["preview --json"] = PreviewJson.Of(graph),
            ["diagram"] = Tried(() => DiagramCommand.DrawSvg(graph)),
            ["diagram --format mermaid"] = Tried(() => MermaidWriter.Write(ArchitectureReader.Read(new(DashedPlan.Of(graph.Shown))))),
            ["cost"] = Tried(() => Written(text => CostReport.Write(new(text, text, PlainConsole.Of(text)), Estimate(graph)))),
            ["cost --json"] = Tried(() => CostJson.Of(Estimate(graph))),
        };
        try
        {
            var rehearsed = RehearsedPlan.Of(new(graph, Reference.Root, IsWhatIf: false));
            var rehearsal = await RehearseCommand.SimulateAsync(rehearsed, CancellationToken.None);
            said["rehearse --fast"] = Written(text => new RehearsalText(rehearsal, PlainConsole.Of(text)).Write());
            said["rehearse --fast --json"] = RehearsalJson.Of(rehearsal);
        }
        catch (InvalidUsageException refusal)
        {
            said["rehearse --fast"] = refusal.Message;
        }

        return said;
    }

    /// <summary>What is read of a file with a text.</summary>
    public static ResourceGraph Read(string text, string? directory = null) =>
        PlanGraph.Of(PlanFile.Read(Encoding.UTF8.GetBytes(text), "the file"), "the file", directory ?? Reference.Root);

    private static CostEstimate Estimate(ResourceGraph graph) => CostEstimator.Estimate(graph, new(), PriceBook.Default);

    private static string Tried(Func<string> said)
    {
        try
        {
            return said();
        }
        catch (InvalidUsageException refusal)
        {
            return refusal.Message;
        }
    }

    private static string Written(Action<TextWriter> write)
    {
        using var text = new StringWriter();
        write(text);
        return text.ToString();
    }
}
