using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Infra.Browser.Tests;

/// <summary>That the page can be read: by everybody, and on any screen.</summary>
internal sealed partial class LooksTests : BrowserFixture
{
    // Contrast of text with what is behind it, as https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio has it.
    internal const string FaintTexts = """
        () => {
          const parse = colour => colour.match(/[\d.]+/g).map(Number);
          const luminance = colour => parse(colour).slice(0, 3)
            .map(part => part / 255)
            .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
            .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
          const behind = element => {
            const colour = getComputedStyle(element).backgroundColor;
            return parse(colour)[3] === 0 ? behind(element.parentElement) : colour;
          };
          return [...document.querySelectorAll('body *')]
            .filter(element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim() !== ''))
            .filter(element => element.checkVisibility())
            .map(element => {
              const [low, high] = [luminance(getComputedStyle(element).color), luminance(behind(element))].sort((a, b) => a - b);
              return { text: element.textContent, ratio: (high + 0.05) / (low + 0.05) };
            })
            .filter(({ ratio }) => !(ratio >= 4.5))
            .map(({ text, ratio }) => `${text}: ${ratio.toFixed(2)}`);
        }
        """;

    private const string LogIsCut = "(log => log.scrollWidth > log.clientWidth)(document.getElementById('log'))";

    private const string OutOfView =
        "[...document.querySelectorAll('button, input, #answer')].filter(element => element.checkVisibility())"
        + ".filter(element => (box => box.top < 0 || box.bottom > innerHeight)(element.getBoundingClientRect()))"
        + ".map(element => element.textContent)";

    private const string CutButtons =
        "[...document.querySelectorAll('button')].filter(button => button.scrollWidth > button.clientWidth)"
        + ".map(button => button.textContent)";

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task Texts_InATheme_HaveTheContrastOfWcagAA(ColorScheme theme)
    {
        await using var open = await OpenPage.AtAsync(Browser, new() { ColorScheme = theme });
        open.Stack.Note("a line");
        await open.Page.Locator("#log li").WaitForAsync();

        Assert.That(await open.Page.EvaluateAsync<string[]>(FaintTexts), Is.Empty);
    }

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task Texts_OfAnEndedRehearsal_HaveTheContrastOfWcagAA(ColorScheme theme)
    {
        await using var open = await OpenPage.AtAsync(Browser, new() { ColorScheme = theme });
        await open.Server.DisposeAsync();
        await open.Page.Locator("#banner").WaitForAsync();

        Assert.That(await open.Page.EvaluateAsync<string[]>(FaintTexts), Is.Empty);
    }

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task Page_InATheme_IsAccessible(ColorScheme theme)
    {
        await using var open = await OpenPage.AtAsync(Browser, new() { ColorScheme = theme });
        open.Stack.Note("a line");
        await open.Page.Locator("#log li").WaitForAsync();

        Assert.That(await Axe.ViolationsAsync(open.Page), Is.Empty);
    }

    // What would find nothing at all proves nothing.
    [Test]
    public async Task Axe_OfAPageThatIsNot_FindsIt()
    {
        await using var open = await OpenPage.AtAsync(Browser);
        await open.Page.EvaluateAsync("document.getElementById('roll').replaceChildren()");

        Assert.That(await Axe.ViolationsAsync(open.Page), Has.Some.StartsWith("button-name: "));
    }

    [Test]
    public async Task Themes_Differ()
    {
        await using var light = await OpenPage.AtAsync(Browser, new() { ColorScheme = ColorScheme.Light });
        await using var dark = await OpenPage.AtAsync(Browser, new() { ColorScheme = ColorScheme.Dark });

        const string Background = "getComputedStyle(document.body).backgroundColor";
        Assert.That(await dark.Page.EvaluateAsync<string>(Background), Is.Not.EqualTo(await light.Page.EvaluateAsync<string>(Background)));
    }

    [TestCase(320)]
    [TestCase(390)]
    [TestCase(768)]
    [TestCase(1200)]
    public async Task Page_OfAWidth_IsNotScrolledSideways(int width)
    {
        await using var open = await OpenPage.AtAsync(Browser, new() { ViewportSize = new() { Width = width, Height = 800 } });
        open.Stack.Note($"a line with a very long word: {new string('x', 200)}");
        await open.Page.Locator("#log li").WaitForAsync();

        Assert.That(await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width));
        Assert.That(await open.Page.EvaluateAsync<string[]>(CutButtons), Is.Empty);
        Assert.That(await open.Page.EvaluateAsync<bool>(LogIsCut), Is.False);
    }

    // With as many servers as there may be, and one that leaves.
    [TestCase(1280, 800)]
    [TestCase(1440, 900)]
    public async Task Controls_OnALaptop_AreAllInView(int width, int height)
    {
        await using var open = await OpenPage.AtAsync(Browser, new() { ViewportSize = new() { Width = width, Height = height } });
        await open.Page.Locator("#roll").ClickAsync();
        await Assertions.Expect(open.Page.Locator("#answer")).ToHaveTextAsync("Roll the servers: done.");

        Assert.That(await open.Page.EvaluateAsync<string[]>(OutOfView), Is.Empty);

        await open.Page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");
        Assert.That(await open.Page.EvaluateAsync<string[]>(OutOfView.Replace("'button, input, #answer'", "'#controls *'")), Is.Empty);
    }

    [Test]
    public async Task Controls_Always_HaveAName()
    {
        await using var open = await OpenPage.AtAsync(Browser);

        var nameless = new List<string>();
        foreach (var control in await open.Page.Locator("button, input, a, [tabindex='0']").AllAsync())
        {
            if (await control.AriaSnapshotAsync() is var snapshot && !NamedControl().IsMatch(snapshot))
                nameless.Add(snapshot);
        }

        Assert.That(nameless, Is.Empty);
    }

    // A line of a snapshot is: - role "name": text.
    [GeneratedRegex("^- \\w+ \"")]
    internal static partial Regex NamedControl();
}
