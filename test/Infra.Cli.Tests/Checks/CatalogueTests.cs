using Infra.Cli.Checks;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Checks;

/// <summary>What the controls say of themselves, and of each bad value, to the letter.</summary>
public sealed class CatalogueTests
{
    [Test]
    public void Catalogue_Always_IsAsWrittenDown()
    {
        var texts = ControlCatalogue.Areas.SelectMany(area => area.Controls.Select(control => Text(area, control)));

        Golden.Verify("catalogue", string.Join('\n', texts));
    }

    // Each case's own test compares its part; here, that the file has no other.
    [Test]
    [Category("Wide")]
    public async Task Findings_OfEveryBadValue_AreAsWrittenDown()
    {
        var texts = new List<string>();
        foreach (var @case in BreakingCases.All)
            texts.Add(KnownFindings.Text(@case, Judged.By(@case.ControlId, @case.Edit(await @case.Stack()))));

        Golden.Verify("findings", string.Join('\n', texts.Order(StringComparer.Ordinal)));
    }

    private static string Text(ControlArea area, Control control) => string.Join('\n',
    [
        $"{control.Id} ({area.Name}, {control.Severity}{string.Concat(control.Requirements.Select(id => $", {id}"))})",
        $"  {control.Title}",
        $"  On: {control.On.Description}",
        $"  Mend: {control.Mend}",
        .. control.Sources.Select(source => $"  {source}"),
        "",
    ]);
}
