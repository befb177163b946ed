using Infra.Cli.Rehearsal.Page;
using Infra.Cli.Tests.Rehearsal.Page;
using Microsoft.Playwright;

namespace Infra.Browser.Tests;

/// <summary>The page over a stack that stands still, open in a browser.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private OpenPage(FakeStack stack, PageServer server, IBrowserContext context, IPage page)
    {
        (Stack, Server, _context, Page) = (stack, server, context, page);
        page.Console += (_, message) => Complaints.Add($"console {message.Type}: {message.Text}");
        page.PageError += (_, error) => Complaints.Add($"error: {error}");
        page.Request += (_, request) => Requests.Add(new(request.Url));
    }

    public FakeStack Stack { get; }

    public PageServer Server { get; }

    public IPage Page { get; }

    /// <summary>Everything the page has written to the console, and every error.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Every request of the page.</summary>
    public List<Uri> Requests { get; } = [];

    public static async Task<OpenPage> AtAsync(IBrowser browser, BrowserNewContextOptions? options = null)
    {
        var info = await PageInfos.DevAsync();
        var stack = new FakeStack(info.Declared);
        var server = await PageServer.StartAsync(stack, info with { Content = stack }, 0, CancellationToken.None);
        var context = await browser.NewContextAsync(options);
        var open = new OpenPage(stack, server, context, await context.NewPageAsync());
        await open.Page.GotoAsync(server.Url.AbsoluteUri);
        await Assertions.Expect(open.Page.Locator("#servers > li")).ToHaveCountAsync(stack.View.Servers.Count);
        return open;
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await Server.DisposeAsync();
    }
}
