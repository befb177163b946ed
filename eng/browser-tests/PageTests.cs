using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Tests.Rehearsal.Page;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Infra.Browser.Tests;

/// <summary>What the page shows and does.</summary>
internal sealed class PageTests : BrowserFixture
{
    private OpenPage _open;

    private IPage Page => _open.Page;

    private FakeStack Stack => _open.Stack;

    [SetUp]
    public async Task OpenAsync() => _open = await OpenPage.AtAsync(Browser);

    [TearDown]
    public async Task CloseAsync() => await _open.DisposeAsync();

    [Test]
    public async Task Servers_AreShownWithStateZoneVersionAndAge()
    {
        await Expect(Page.Locator(".server")).ToHaveTextAsync(
        [
            "i-1 In service, healthy Zone eu-west-1a Template version 1 Age 0:01:30 Break Hang",
            "i-2 In service, unhealthy Zone eu-west-1b Template version 2 Age 0:01:30 Break Hang",
            "i-3 Pending Zone eu-west-1b Template version 2 Age 0:00:10 Break Hang",
        ], new() { UseInnerText = true });
    }

    [Test]
    public async Task LoadBalancer_IsShownWithItsAddressesAndPolicy()
    {
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "https://127.0.0.1:8443" })).ToBeVisibleAsync();
        await Expect(Page.Locator("dd:has(#http)")).ToHaveTextAsync("http://127.0.0.1:8080 answers 301, to HTTPS");
        await Expect(Page.Locator("#tls-policy")).ToHaveTextAsync("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09");
    }

    [Test]
    public async Task Numbers_AreShown()
    {
        await Expect(Page.Locator("#elapsed")).ToHaveTextAsync("0:01:30");
        await Expect(Page.Locator(".tiles p")).ToHaveTextAsync(["40 3 blocked", "18 ms median 2.5 ms", "0.5 7 in all", "63 % target 50 %"]);
        await Expect(Page.Locator(".sizes dd")).ToHaveTextAsync(["3", "3", "0", "4", "1", "2", "1", "3"]);
    }

    [Test]
    public async Task Capacity_AboveTheMaximum_IsMarked()
    {
        await Expect(Page.Locator("#highest")).Not.ToHaveClassAsync("bad");

        Stack.View = Stack.View with { MaxSize = 2 };

        await Expect(Page.Locator("#highest")).ToHaveClassAsync("bad");
    }

    [Test]
    public async Task Chart_IsDrawnWithTheTarget()
    {
        await Expect(Page.Locator("#cpu-chart .chart-target")).ToHaveAttributeAsync("visibility", "visible");
        await Expect(Page.Locator("#cpu-chart .chart-line")).ToHaveAttributeAsync("d", new System.Text.RegularExpressions.Regex("L"));
    }

    // A page that slept with its tab gets such a history when it comes back.
    [Test]
    public async Task Charts_OfAHistoryOlderThanTheyShow_DrawWhatIsNewEnough()
    {
        var facts = await FactsAsync();
        await Page.RouteAsync("**/events", route => route.FulfillAsync(new()
        {
            ContentType = "text/event-stream",
            Body = $"event: facts\n{facts}\n\nevent: history\ndata: [{Seen(500)},{Seen(121)},{Seen(60)},{Seen(30)}]\n\n",
        }));
        await Page.ReloadAsync();

        foreach (var chart in (string[])["requests", "latency", "errors", "cpu"])
        {
            await Expect(Page.Locator($"#{chart}-chart .chart-line"))
                .ToHaveAttributeAsync("d", new System.Text.RegularExpressions.Regex("^M[0-9.,]+L[0-9.,]+$"));
        }

        Assert.That(_open.Complaints.Where(complaint => complaint.StartsWith("error: ", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Log_TakesNewLines_AsText()
    {
        Stack.Note("i-2 is <b>unhealthy</b>");

        await Expect(Page.GetByRole(AriaRole.Log).Locator("li"))
            .ToHaveTextAsync("0:01:30 drill i-2 is <b>unhealthy</b>", new() { UseInnerText = true });
    }

    [Test]
    public async Task Server_ThatIsGone_LeavesAndHandsTheFocusOn()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Hang i-3" }).FocusAsync();
        Stack.View = Stack.View with { Servers = [.. Stack.View.Servers.SkipLast(1)] };

        await Expect(Page.Locator(".server")).ToHaveCountAsync(2);
        await Expect(Page.Locator("#group-title")).ToBeFocusedAsync();
    }

    [Test]
    public async Task Server_ThatChanges_KeepsTheFocusOnItsButton()
    {
        var button = Page.GetByRole(AriaRole.Button, new() { Name = "Hang i-1" });
        await button.FocusAsync();
        Stack.View = Stack.View with { Servers = [.. Stack.View.Servers.Select(server => server with { Health = TargetState.Unhealthy })] };

        await Expect(Page.Locator(".server .badge").First).ToHaveTextAsync("In service, unhealthy");
        await Expect(button).ToBeFocusedAsync();
    }

    [Test]
    public async Task Server_ThatLeaves_CannotBeBrokenAnyMore()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Break i-1" }).FocusAsync();
        Stack.View = Stack.View with
        {
            Servers = [Stack.View.Servers[0] with { Lifecycle = LifecycleState.Terminating }, .. Stack.View.Servers.Skip(1)],
        };

        await Expect(Page.Locator("#leaving-servers .server button:disabled")).ToHaveCountAsync(2);
        await Expect(Page.Locator(".server button:enabled")).ToHaveCountAsync(4);
        await Expect(Page.Locator("#group-title")).ToBeFocusedAsync();
    }

    [Test]
    public async Task Zone_ThatIsLost_IsMarkedAndCanBeRestored()
    {
        var row = Page.Locator("#zones li").Filter(new() { HasText = "eu-west-1a" });
        await Expect(row).ToHaveTextAsync("eu-west-1a Lose", new() { UseInnerText = true });

        Stack.View = Stack.View with { LostZones = ["eu-west-1a"] };

        await Expect(row).ToHaveTextAsync("eu-west-1a Lost Restore", new() { UseInnerText = true });
        await Expect(Page.Locator("#zones .badge:visible")).ToHaveCountAsync(1);
        await Page.RunAndWaitForResponseAsync(
            () => Page.GetByRole(AriaRole.Button, new() { Name = "Restore eu-west-1a" }).ClickAsync(),
            response => response.Request.Method == "POST");
        Assert.That(Stack.Calls, Is.EqualTo(new[] { "restore eu-west-1a" }));
    }

    [Test]
    public async Task Load_ThatIsSet_IsShown_AfterAReloadToo()
    {
        await Expect(Page.Locator("#load")).ToHaveValueAsync("30");

        Stack.View = Stack.View with { Load = 120 };
        await Expect(Page.Locator("#load")).ToHaveValueAsync("120");

        await Page.ReloadAsync();
        await Expect(Page.Locator("#load")).ToHaveValueAsync("120");
        await Expect(Page.Locator("#load-value")).ToHaveTextAsync("120");
    }

    [Test]
    public async Task Load_ThatIsChosen_StaysUntilItIsSet()
    {
        await Page.Locator("#load").FillAsync("200");
        Stack.View = Stack.View with { Load = 50 };
        await Expect(Page.Locator("label[for=load]")).ToHaveTextAsync("Requests a second: 200 (50 now)");

        await Page.GetByRole(AriaRole.Button, new() { Name = "Set load" }).ClickAsync();

        // The stack stands still: it still has the load of before.
        await Expect(Page.Locator("label[for=load]")).ToHaveTextAsync("Requests a second: 50");
        Assert.That(Stack.Calls, Is.EqualTo(new[] { "load 200" }));
    }

    [Test]
    public async Task EveryControl_ByKeyboardOnly_CallsTheStack()
    {
        var names = new List<string>();
        // As a user without a mouse: Tab from the top of the page, Enter on each button.
        for (var stops = 0; stops < 40; stops++)
        {
            await Page.Keyboard.PressAsync("Tab");
            var name = await Page.EvaluateAsync<string>("document.activeElement.ariaLabel ?? document.activeElement.textContent");
            if (await Page.EvaluateAsync<bool>("document.activeElement.id === 'load'"))
                await Page.Keyboard.PressAsync("End");
            if (await Page.EvaluateAsync<bool>("document.activeElement.matches('button')") && !names.Contains(name))
            {
                var answered = Page.WaitForResponseAsync(response => response.Request.Method == "POST");
                await Page.Keyboard.PressAsync("Enter");
                await answered;
                names.Add(name);
            }
        }

        Assert.That(Stack.Calls, Is.EqualTo(new[]
        {
            "break i-1", "hang i-1", "break i-2", "hang i-2", "break i-3", "hang i-3", "load 450", "load 0", "roll", "roll broken",
            "roll errors", "upload", "upload broken", "lose eu-west-1a", "lose eu-west-1b",
        }));
    }

    [Test]
    public async Task Control_OfAServerThatIsGone_SaysSo()
    {
        // Between two events, the page still shows it.
        await Page.RouteAsync("**/servers/i-1/break", route => route.ContinueAsync(new() { Url = $"{_open.Server.Url}servers/i-9/break" }));

        await Page.GetByRole(AriaRole.Button, new() { Name = "Break i-1" }).ClickAsync();

        await Expect(Page.Locator("#answer")).ToHaveTextAsync("Break i-1 was refused: There is no server i-9.");
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Break i-1" })).ToHaveAttributeAsync("data-answer", "refused");
    }

    [Test]
    public async Task Control_ThatIsPressed_SaysThatItIsUnderWay_AndThenThatItIsDone()
    {
        var answer = new TaskCompletionSource();
        await Page.RouteAsync("**/roll", async route =>
        {
            await answer.Task;
            await route.ContinueAsync();
        });
        var button = Page.Locator("#roll");

        await button.ClickAsync();
        await Expect(button).ToHaveAttributeAsync("data-answer", "busy");
        await Expect(Page.Locator("#answer")).ToHaveTextAsync("Roll the servers: under way.");

        // Nothing is sent twice.
        await button.ClickAsync();
        answer.SetResult();
        await Expect(button).ToHaveAttributeAsync("data-answer", "done");
        await Expect(Page.Locator("#answer")).ToHaveTextAsync("Roll the servers: done.");
        Assert.That(Stack.Calls, Is.EqualTo(new[] { "roll" }));
    }

    [Test]
    public async Task Roll_ThatIsUnderWay_IsSaid_AndAnotherOneIsAnsweredAsAwsDoes()
    {
        await Expect(Page.Locator("#rolling")).ToBeHiddenAsync();
        Stack.View = Stack.View with { IsRolling = true };
        await Expect(Page.Locator("#rolling")).ToHaveTextAsync("Under way");

        await Page.Locator("#roll").ClickAsync();
        await Expect(Page.Locator("#answer")).ToContainTextAsync("InstanceRefreshInProgress");

        Stack.View = Stack.View with { IsGoingBack = true };
        await Expect(Page.Locator("#rolling")).ToHaveTextAsync("Going back");
    }

    [Test]
    public async Task Servers_ThatLeave_AreShownApart()
    {
        await Expect(Page.Locator("#leaving-part")).ToBeHiddenAsync();

        Stack.View = Stack.View with
        {
            Servers = [Stack.View.Servers[0] with { Lifecycle = LifecycleState.Terminating }, .. Stack.View.Servers.Skip(1)],
        };

        await Expect(Page.Locator("#leaving-servers > li h3")).ToHaveTextAsync(["i-1"]);
        await Expect(Page.Locator("#servers > li h3")).ToHaveTextAsync(["i-2", "i-3"]);
        await Expect(Page.Locator("#leaving")).ToHaveTextAsync("1");
        await Expect(Page.Locator("#capacity")).ToHaveTextAsync("2");
    }

    [Test]
    public async Task Plot_IsShown_AndShownAnew()
    {
        var picture = Page.Locator("#plot img");
        await Expect(picture).ToHaveAttributeAsync("alt", new System.Text.RegularExpressions.Regex("over the past 2:00:00 of AWS's time"));
        var first = await picture.GetAttributeAsync("src");

        await Expect(picture).Not.ToHaveAttributeAsync("src", first!);
        Assert.That(await picture.EvaluateAsync<int>("image => image.naturalWidth"), Is.GreaterThan(300));
    }

    [Test]
    public async Task PageThatIsOpenedLater_HasTheLogAndTheFiguresOfBefore()
    {
        Stack.Note("before");
        // One look a second: the later page has more than one point at once.
        await Task.Delay(TimeSpan.FromSeconds(3));
        await Page.ReloadAsync();

        await Expect(Page.Locator("#log li")).ToContainTextAsync(["before"]);
        var chart = Page.Locator("#requests-chart");
        await Expect(chart.Locator(".chart-line")).ToHaveAttributeAsync("d", new System.Text.RegularExpressions.Regex("L.*L"));
        await Expect(chart).ToHaveAttributeAsync("aria-label", "Requests a second over the past 2:00:00 of AWS's time");
    }

    [Test]
    public async Task End_OfTheRehearsal_IsSaidAndNothingCanBePressed()
    {
        await _open.Server.DisposeAsync();

        await Expect(Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync(
            "The rehearsal has ended: this is its last moment. Run 'infra rehearse dev' for another.");
        await Expect(Page.Locator("#connection")).ToHaveTextAsync("Stopped");
        await Expect(Page.Locator("button:enabled")).ToHaveCountAsync(0);
        await Expect(Page.Locator("#load")).ToBeDisabledAsync();
    }

    [Test]
    public async Task Page_Used_LoadsNothingFromElsewhereAndComplainsOfNothing()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Roll the servers" }).ClickAsync();
        await Expect(Page.Locator("#connection")).ToHaveTextAsync("Live");

        Assert.That(_open.Requests.Select(request => request.Authority).Distinct(), Is.EqualTo(new[] { _open.Server.Url.Authority }));
        Assert.That(_open.Complaints, Is.Empty);
    }

    [Test]
    public async Task Losses_AreShownByTrouble_BesideWhatIsPromised()
    {
        var row = Page.Locator("#losses tbody tr");

        await Expect(row).ToHaveCountAsync(1);
        await Expect(row.Locator("td")).ToHaveTextAsync(
            ["a server was sick", "7", "3.5 %", "0:00:20", "its share for 25 s; all for 4 min 15 s if it was the only one"]);
        await Expect(Page.Locator("#no-losses")).ToBeHiddenAsync();
        await Expect(Page.Locator("#most-running")).ToHaveTextAsync("4");
    }

    [Test]
    public async Task Firewall_ThatBlocksTheLoad_IsSaid_WithWhatItBlocks()
    {
        await Expect(Page.Locator("#firewall")).ToHaveTextAsync("The firewall blocks the load: too many");
        await Expect(Page.Locator("#firewall")).ToBeVisibleAsync();
        await Expect(Page.Locator("#blocked")).ToHaveTextAsync("3 blocked");
        await Expect(Page.Locator("#assumed")).ToContainTextAsync("the load comes from 100 addresses");
    }

    private static string Seen(int secondsAgo) =>
        $$"""{"secondsAgo":{{secondsAgo}},"requestsPerSecond":5,"latency99":7,"errorsPerSecond":1,"cpu":40}""";

    // The line of the stream that has them.
    private async Task<string> FactsAsync()
    {
        using var client = new HttpClient();
        using var stream = new StreamReader(await client.GetStreamAsync(new Uri(_open.Server.Url, "events")));
        while (await stream.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
                return line;
        }

        throw new AssertionException("the stream has no facts");
    }
}
