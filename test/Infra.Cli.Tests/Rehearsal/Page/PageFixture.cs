using Infra.Cli.Rehearsal.Page;

namespace Infra.Cli.Tests.Rehearsal.Page;

/// <summary>Tests of a page over a stack that stands still.</summary>
internal abstract class PageFixture
{
    // Far above what a loaded machine needs, and far below what a hang takes.
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    protected FakeStack Stack { get; private set; } = null!;

    protected PageServer Server { get; private set; } = null!;

    protected HttpClient Client { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        var info = await PageInfos.DevAsync();
        Stack = new(info.Declared);
        Server = await PageServer.StartAsync(Stack, info with { Content = Stack }, 0, CancellationToken.None);
        Client = new() { BaseAddress = Server.Url, Timeout = Patience };
    }

    [TearDown]
    public async Task StopAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
