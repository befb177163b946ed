using Microsoft.Playwright;

namespace Infra.Browser.Tests;

/// <summary>Tests that share a browser.</summary>
internal abstract class BrowserFixture
{
    private IPlaywright _playwright;

    protected IBrowser Browser { get; private set; }

    [OneTimeSetUp]
    public async Task LaunchBrowserAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Browser = await InstalledChromium.LaunchAsync(_playwright);
    }

    [OneTimeTearDown]
    public async Task CloseBrowserAsync()
    {
        if (Browser is not null)
            await Browser.CloseAsync();
        _playwright?.Dispose();
    }
}
