using Infra.Cli;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Report;
using Infra.Cli.Report.Page;
using Infra.Cli.Report.Printing;
using Infra.Cli.Tests;
using Infra.Cli.Tests.Rehearsal.Applications;
using Infra.Cli.Tests.Report;
using Microsoft.Playwright;

namespace Infra.Browser.Tests;

/// <summary>The report for the customer, opened from a disk as somebody opens what came by e-mail.</summary>
internal sealed class ReportTests : BrowserFixture
{
    // Of a table all texts have one size; and no name is broken within a word.
    private const string LargeTexts =
        "[...document.querySelectorAll('td *')].filter(element => parseFloat(getComputedStyle(element).fontSize)"
        + " > parseFloat(getComputedStyle(element.closest('table')).fontSize)).map(element => element.textContent)";

    private const string BrokenTypes =
        "[...document.querySelectorAll('tbody th code')].filter(code => code.textContent.startsWith('aws:'))"
        + ".filter(code => code.getClientRects().length > 1).map(code => code.textContent)";

    private readonly string _folder = Directory.CreateTempSubdirectory("infra-report-").FullName;
    private readonly List<string> _files = [];

    [OneTimeSetUp]
    public async Task WriteAsync()
    {
        var dev = await Graphs.Of("dev");
        var plan = PlanHash.Of(dev);
        var broken = dev.With(node => node.Type == TypeToken.LoadBalancer
            ? node with { Inputs = node.Inputs.SetItem("internal", true) }
            : node);
        string[] evidence =
        [
            Written("pass.json", Reports.Evidence(plan)),
            Written("other.json", Reports.Evidence(plan, "infra verify", requirement: "R2")),
            Written("beyond.json", Reports.Evidence(plan, requirement: null, outcome: "notChecked")),
            Written("stale.json", Reports.Evidence("of another plan")),
        ];
        await ReportAsync("dev", await Reports.OfAsync(dev, evidence));
        await ReportAsync("prod", await Reports.OfAsync(await Graphs.Of("prod")));
        await ReportAsync("broken", await Reports.OfAsync(broken));

        using var sample = new SampleProject();
        await ReportAsync("sample", await Reports.OfAsync(sample));
    }

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [TestCase(ColorScheme.Light, 1280)]
    [TestCase(ColorScheme.Dark, 1280)]
    [TestCase(ColorScheme.Light, 390)]
    public async Task Report_InAThemeAndAtAWidth_IsAccessible_AndAsksNobody(ColorScheme theme, int width)
    {
        await using var context = await Browser.NewContextAsync(
            new() { ColorScheme = theme, ViewportSize = new() { Width = width, Height = 844 } });
        foreach (var file in _files)
        {
            var page = await context.NewPageAsync();
            List<string> asked = [], complaints = [];
            page.Request += (_, request) => asked.Add(request.Url);
            page.Console += (_, message) => complaints.Add(message.Text);
            await page.GotoAsync(new Uri(file).AbsoluteUri);

            Assert.That(asked.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)), Is.EqualTo([new Uri(file).AbsoluteUri]));
            Assert.That(complaints, Is.Empty);
            Assert.That(
                await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width), "only tables scroll");
            Assert.That(
                await page.EvaluateAsync<int[]>("[...document.images].map(image => image.naturalWidth)"),
                Has.Length.EqualTo(2).And.All.GreaterThan(0));

            // Closed, nobody sees what is in them, and nothing judges it.
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
            Assert.That(await Axe.ViolationsAsync(page), Is.Empty, file);
            await page.CloseAsync();
        }
    }

    [Test]
    public async Task Report_InPrint_ShowsWhatIsFolded()
    {
        // As wide as A4 between its margins.
        await using var context = await Browser.NewContextAsync(new() { ViewportSize = new() { Width = 680, Height = 1000 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(_files[0]).AbsoluteUri);
        var folded = page.Locator("details table").First;

        await Assertions.Expect(folded).ToBeHiddenAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(folded).ToBeVisibleAsync();
        Assert.That(await page.EvaluateAsync<string[]>(LargeTexts), Is.Empty);
        Assert.That(await page.EvaluateAsync<string[]>(BrokenTypes), Is.Empty);
    }

    [Test]
    public async Task Pdf_OfAReport_IsA4_AndWhole()
    {
        var pdf = await Chromium.Find().PrintAsync(await File.ReadAllTextAsync(_files[0]), CancellationToken.None);

        var text = System.Text.Encoding.Latin1.GetString(pdf);
        Assert.That(text, Does.StartWith("%PDF-").And.Contain("/MediaBox [0 0 594.95996 841.91998]").Or.Contain("/MediaBox [0 0 595 842]"));
        Assert.That(text.TrimEnd(), Does.EndWith("%%EOF"));
    }

    private string Written(string name, string content)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, content);
        return file;
    }

    private async Task ReportAsync(string name, StackReport report)
    {
        var file = Path.Combine(_folder, $"{name}.html");
        await File.WriteAllTextAsync(file, ReportPage.Write(report));
        _files.Add(file);
    }
}
