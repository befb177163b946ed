using Infra.Cli.Plan.Recording;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Emulation;
using Infra.Cli.Rehearsal.LoadBalancing;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Rehearsal.WebServers;
using Infra.Cli.Tests;
using Infra.Tests.Support;
using Microsoft.Playwright;

namespace Infra.Browser.Tests;

/// <summary>A site of today's files in a browser, which refuses what a server says the wrong things of.</summary>
internal sealed class SiteTests : BrowserFixture
{
    private const string Page = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>Modules</title>
        <link rel="icon" href="dot.svg">
        <link rel="manifest" href="app.webmanifest">
        <link rel="stylesheet" href="style.css">
        <script type="module" src="app.mjs"></script>
        <script>document.documentElement.dataset.inline = "ran";</script>
        </head>
        <body><p>Text</p><img src="dot.svg" alt="A dot"></body>
        </html>
        """;

    private readonly List<string> _complaints = [];
    private readonly TemporaryProject _project = new();

    [OneTimeSetUp]
    public void WriteSite()
    {
        if (NginxProgram.Find(Environment.GetEnvironmentVariable("PATH")) is null)
            Assert.Ignore("The site was not tested: nginx is not installed.");
        _project
            .With("Pulumi.dev.yaml", File.ReadAllText(Path.Combine(Reference.Root, "Pulumi.dev.yaml")))
            .With("site/index.html", Page)
            .With("site/app.mjs", "import { word } from './part.mjs';\ndocument.documentElement.dataset.module = word;\n")
            .With("site/part.mjs", "export const word = 'ran';\n")
            .With("site/style.css", string.Concat(Enumerable.Repeat("p { color: rgb(0, 0, 128); }\n", 1000)))
            .With("site/app.webmanifest", """{ "name": "Modules", "start_url": "/" }""")
            .With("site/dot.svg", """<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><circle r="4"/></svg>""")
            .With("site/.env", "SECRET=1");
    }

    [OneTimeTearDown]
    public void RemoveSite() => _project.Dispose();

    [SetUp]
    public void Forget() => _complaints.Clear();

    [Test]
    public async Task Site_ByDefault_HasItsModulesStylesAndImages_Compressed_AndNothingInline()
    {
        await using var stack = await RehearseAsync();
        await using var context = await Browser.NewContextAsync(new() { IgnoreHTTPSErrors = true });
        var page = await OpenAsync(context, stack);

        Assert.That(await Data(page), Is.EqualTo("module"));
        Assert.That(await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('p')).color"), Is.EqualTo("rgb(0, 0, 128)"));
        Assert.That(await page.EvaluateAsync<int>("document.images[0].naturalWidth"), Is.EqualTo(8));
        Assert.That(
            await page.EvaluateAsync<double>(
                "(() => { const [css] = performance.getEntriesByType('resource').filter(entry => entry.name.endsWith('.css'));"
                + " return css.decodedBodySize / css.encodedBodySize; })()"),
            Is.GreaterThan(20), "the stylesheet came compressed");
        Assert.That(_complaints, Is.All.Contains("inline script").And.All.Contains("Content Security Policy").And.Exactly(1).Items);
        Assert.That(await page.EvaluateAsync<int>("fetch('/.env').then(answer => answer.status)"), Is.EqualTo(404));
    }

    [Test]
    public async Task ContentSecurityPolicy_OfTheSettings_IsWhatABrowserEnforces()
    {
        await using var stack = await RehearseAsync("contentSecurityPolicy=default-src 'self'; script-src 'unsafe-inline'");
        await using var context = await Browser.NewContextAsync(new() { IgnoreHTTPSErrors = true });
        var page = await OpenAsync(context, stack);

        Assert.That(await Data(page), Is.EqualTo("inline"));
        Assert.That(_complaints, Is.All.Contains("app.mjs").And.All.Contains("Content Security Policy").And.Exactly(1).Items);
    }

    private async Task<EmulatedStack> RehearseAsync(params string[] settings)
    {
        var plan = await OfflineRun.RunAsync(ProjectFiles.Read(_project.Root, "dev", settings));
        return await EmulatedStack.StartAsync(
            RehearsedStack.Of(new(plan), _project.Root), new(60, new LocalPorts(0, 0), ServerModel.Default), CancellationToken.None);
    }

    private async Task<IPage> OpenAsync(IBrowserContext context, EmulatedStack stack)
    {
        var page = await context.NewPageAsync();
        page.Console += (_, message) => _complaints.Add($"console {message.Type}: {message.Text}");
        page.PageError += (_, error) => _complaints.Add($"error: {error}");
        await page.GotoAsync(stack.Balancer.HttpsUrl.AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });
        return page;
    }

    // Which scripts have run.
    private static Task<string> Data(IPage page) =>
        page.EvaluateAsync<string>("Object.keys(document.documentElement.dataset).sort().join(' ')");
}
