using System.Text.Json;
using Infra.Cli.Rehearsal.Page;

namespace Infra.Tests.Cli.Rehearsal.Page;

internal sealed class PageEventsTests
{
    private FakeStage _stage;
    private PageServer _server;
    private HttpClient _client;

    [SetUp]
    public async Task StartAsync()
    {
        _stage = new();
        _server = await PageServer.StartAsync(_stage, await PageInfos.DevAsync(), 0, CancellationToken.None);
        _client = new() { BaseAddress = _server.Url, Timeout = TimeSpan.FromSeconds(30) };
    }

    [TearDown]
    public async Task StopAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Test]
    public async Task Facts_ComeFirst()
    {
        await using var stream = await EventStream.OpenAsync(_client);

        Assert.That(Text(await stream.NextAsync("facts")), Is.EqualTo(
            """
            {
              "stack": "dev",
              "httpUrl": "http://127.0.0.1:8080",
              "httpsUrl": "https://127.0.0.1:8443",
              "redirectStatusCode": 301,
              "tlsPolicy": "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
              "healthCheck": "HTTP /health every 15 s, unhealthy after 3 failed in a row",
              "servers": "nginx 1.22.1, over HTTP",
              "speed": 60,
              "bootSeconds": 90,
              "capacityPerServer": 100,
              "maximumLoad": 450,
              "cpuTarget": 50,
              "zones": [
                "eu-west-1a",
                "eu-west-1b"
              ]
            }
            """));
    }

    [Test]
    public async Task View_HasTheStageAndTheTraffic()
    {
        _stage.View = _stage.View with { Servers = [_stage.View.Servers[0]] };
        await using var stream = await EventStream.OpenAsync(_client);

        Assert.That(Text(await stream.NextAsync("view")), Is.EqualTo(
            """
            {
              "elapsed": 90,
              "minSize": 1,
              "maxSize": 3,
              "desiredCapacity": 2,
              "capacity": 1,
              "highestCapacity": 3,
              "healthy": 1,
              "cpu": 62.5,
              "requestsPerSecond": 40,
              "errorsPerSecond": 0.5,
              "errors": 7,
              "medianLatency": 2.5,
              "p95Latency": 18,
              "servers": [
                {
                  "id": "i-1",
                  "zone": "eu-west-1a",
                  "templateVersion": 1,
                  "lifecycle": "InService",
                  "health": "Healthy",
                  "age": 120
                }
              ]
            }
            """));
    }

    [Test]
    public async Task View_ComesAgain()
    {
        await using var stream = await EventStream.OpenAsync(_client);
        await stream.NextAsync("view");

        _stage.View = _stage.View with { Cpu = 80 };

        // The one under way may be from before.
        await stream.NextAsync("view");
        Assert.That((await stream.NextAsync("view"))?.GetProperty("cpu").GetDouble(), Is.EqualTo(80));
    }

    [Test]
    public async Task Log_HasEachLineOnceAndInOrder_ForEveryReader()
    {
        _stage.Note("first");
        await using var early = await EventStream.OpenAsync(_client);
        Assert.That(await LineAsync(early), Is.EqualTo("first"));

        _stage.Note("second");
        await using var late = await EventStream.OpenAsync(_client);

        Assert.That(await LineAsync(early), Is.EqualTo("second"));
        Assert.That(await LineAsync(late), Is.EqualTo("first"));
        Assert.That(await LineAsync(late), Is.EqualTo("second"));
    }

    [Test]
    public async Task Log_Line_CountsFromTheStart()
    {
        _stage.Note("the load is gone");
        await using var stream = await EventStream.OpenAsync(_client);

        Assert.That(Text(await stream.NextAsync("log")), Is.EqualTo(
            """
            {
              "elapsed": 90,
              "source": "drill",
              "text": "the load is gone"
            }
            """));
    }

    private static async Task<string?> LineAsync(EventStream stream) => (await stream.NextAsync("log"))?.GetProperty("text").GetString();

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static string Text(JsonElement? json) => JsonSerializer.Serialize(json, Indented);
}
