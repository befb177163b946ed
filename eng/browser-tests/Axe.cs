using System.Text.Json;
using Microsoft.Playwright;

namespace Infra.Browser.Tests;

/// <summary>axe, which finds what of a page is not accessible: https://github.com/dequelabs/axe-core.</summary>
internal static class Axe
{
    // Rules of WCAG 2.2, A and AA, and what axe calls best practice.
    private const string Run = """
        async () => (await axe.run(document)).violations.flatMap(rule =>
          rule.nodes.map(node => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`))
        """;

    private static readonly Lazy<string> Script = new(() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js")));

    /// <summary>What it finds in a page as it stands: the rule, the element, and what is to be done.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        // Evaluated, since a policy that lets no script in keeps a tag out as well.
        await page.EvaluateAsync(Script.Value);
        return (await page.EvaluateAsync<JsonElement>(Run)).EnumerateArray().Select(line => line.GetString()!).ToList();
    }
}
