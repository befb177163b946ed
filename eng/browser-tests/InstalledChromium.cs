using Microsoft.Playwright;

namespace Infra.Browser.Tests;

/// <summary>The Chromium of this machine. Playwright would download one of its own.</summary>
internal static class InstalledChromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>Starts it; skips the test where there is none.</summary>
    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        var program = Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (program is null)
            Assert.Ignore($"The page was not tested: none of {string.Join(", ", Names)} is on the PATH.");

        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program });
    }
}
