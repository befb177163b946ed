using Infra.Cli.Rehearsal.Emulation;
using Infra.Cli.Rehearsal.LoadBalancing;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Rehearsal.WebServers;
using Infra.Cli.Tests.Rehearsal.Applications;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Infra.Browser.Tests;

/// <summary>The sample application in a browser, through the load balancer and nginx of its rehearsed stack.</summary>
internal sealed class SampleTests : BrowserFixture
{
    private readonly List<string> _complaints = [];
    private SampleProject? _project;
    private EmulatedStack? _stack;
    private IBrowserContext _context = null!;
    private IPage _page = null!;

    [OneTimeSetUp]
    public async Task RehearseAsync()
    {
        if (NginxProgram.Find(Environment.GetEnvironmentVariable("PATH")) is null)
            Assert.Ignore("The sample was not tested: nginx is not installed.");
        _project = new();
        _stack = await EmulatedStack.StartAsync(
            await _project.DeclaredAsync(), new(60, new LocalPorts(0, 0), ServerModel.Default), CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task EndAsync()
    {
        if (_stack is not null)
            await _stack.DisposeAsync();
        _project?.Dispose();
    }

    [TearDown]
    public async Task CloseAsync() => await _context.DisposeAsync();

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task StartPage_InATheme_CanBeReadAndComplainsOfNothing(ColorScheme theme)
    {
        await OpenAsync(theme);

        Assert.That(await Axe.ViolationsAsync(_page), Is.Empty);
        Assert.That(await _page.EvaluateAsync<string[]>(LooksTests.FaintTexts), Is.Empty);
        Assert.That(await _page.EvaluateAsync<string>("document.documentElement.lang"), Is.EqualTo("en"));
        foreach (var control in await _page.Locator("button, input, a").AllAsync())
            Assert.That(await control.AriaSnapshotAsync(), Does.Match(LooksTests.NamedControl()));
        Assert.That(_complaints, Is.Empty);
        Assert.That(
            await _page.EvaluateAsync<string>("getComputedStyle(document.querySelector('dl')).display"),
            Is.EqualTo("grid"),
            "the stylesheet is taken");
    }

    [Test]
    public async Task Echo_OfAMessage_ComesBackOverAWebSocket()
    {
        await OpenAsync(ColorScheme.Light);

        await _page.GetByLabel("Message").FillAsync("Is anybody there?");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await Expect(_page.GetByRole(AriaRole.Status)).ToHaveTextAsync("It said: Is anybody there?");
        Assert.That(_complaints, Is.Empty);
    }

    private async Task OpenAsync(ColorScheme theme)
    {
        _complaints.Clear();
        // The certificate is the rehearsal's own.
        _context = await Browser.NewContextAsync(new() { ColorScheme = theme, IgnoreHTTPSErrors = true });
        _page = await _context.NewPageAsync();
        _page.Console += (_, message) => _complaints.Add($"console {message.Type}: {message.Text}");
        _page.PageError += (_, error) => _complaints.Add($"error: {error}");
        await _page.GotoAsync(_stack!.Balancer.HttpsUrl.AbsoluteUri);
        await Expect(_page.GetByRole(AriaRole.Heading, new() { Name = "Sample application" })).ToBeVisibleAsync();
    }
}
