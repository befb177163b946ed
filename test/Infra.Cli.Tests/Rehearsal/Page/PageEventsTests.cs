using System.Text.Json;

namespace Infra.Cli.Tests.Rehearsal.Page;

internal sealed class PageEventsTests : PageFixture
{
    [Test]
    public async Task Facts_ComeFirst()
    {
        await using var stream = await EventStream.OpenAsync(Client);

        Assert.That(Text(await stream.NextAsync("facts")), Is.EqualTo(
            """
            {
              "stack": "dev",
              "httpUrl": "http://127.0.0.1:8080",
              "httpsUrl": "https://127.0.0.1:8443",
              "redirectStatusCode": 301,
              "tlsPolicy": "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
              "healthCheck": "HTTP /health every 10 s, unhealthy after 2 failed in a row",
              "servers": "nginx 1.22.1, over HTTP",
              "speed": 60,
              "bootSeconds": 90,
              "capacityPerServer": 100,
              "addresses": 100,
              "maximumLoad": 450,
              "cpuTarget": 50,
              "takesContent": true,
              "zones": [
                "eu-west-1a",
                "eu-west-1b"
              ]
            }
            """));
    }

    [Test]
    public async Task View_HasTheStackAndTheTraffic()
    {
        Stack.View = Stack.View with { Servers = [Stack.View.Servers[0]], LostZones = ["eu-west-1b"] };
        await using var stream = await EventStream.OpenAsync(Client);

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
              "leaving": 0,
              "mostRunning": 4,
              "losses": [
                {
                  "while": "a server was sick",
                  "failed": 7,
                  "share": 3.5000000000000004,
                  "seconds": 20,
                  "promise": "its share for 25 s; all for 4 min 15 s if it was the only one"
                }
              ],
              "cpu": 62.5,
              "requestsPerSecond": 40,
              "load": 30,
              "blockedPerSecond": 3,
              "blocking": "too many",
              "errorsPerSecond": 0.5,
              "errors": 7,
              "medianLatency": 2.5,
              "latency99": 18,
              "lostZones": [
                "eu-west-1b"
              ],
              "isRolling": false,
              "isGoingBack": false,
              "servers": [
                {
                  "id": "i-1",
                  "zone": "eu-west-1a",
                  "templateVersion": 1,
                  "lifecycle": "InService",
                  "health": "Healthy",
                  "age": 90
                }
              ]
            }
            """));
    }

    [Test]
    public async Task History_OfBeforeThePage_ComesBeforeTheLog()
    {
        // It looks once when it starts, whoever reads.
        await using var stream = await EventStream.OpenAsync(Client);

        var points = await stream.NextAsync("history");

        Assert.That(points?.GetArrayLength(), Is.GreaterThan(0));
        var point = points!.Value[0];
        Assert.That(point.GetProperty("secondsAgo").GetDouble(), Is.InRange(0, Patience.TotalSeconds));
        Assert.That(point.GetProperty("latency99").GetDouble(), Is.EqualTo(18));
        Assert.That(point.GetProperty("cpu").GetDouble(), Is.EqualTo(62.5));
    }

    [Test]
    public async Task View_ComesAgain()
    {
        await using var stream = await EventStream.OpenAsync(Client);
        await stream.NextAsync("view");

        Stack.View = Stack.View with { Cpu = 80 };

        // The one under way may be from before.
        await stream.NextAsync("view");
        Assert.That((await stream.NextAsync("view"))?.GetProperty("cpu").GetDouble(), Is.EqualTo(80));
    }

    [Test]
    public async Task Log_HasEachLineOnceAndInOrder_ForEveryReader()
    {
        Stack.Note("first");
        await using var early = await EventStream.OpenAsync(Client);
        Assert.That(await LineAsync(early), Is.EqualTo("first"));

        Stack.Note("second");
        await using var late = await EventStream.OpenAsync(Client);

        Assert.That(await LineAsync(early), Is.EqualTo("second"));
        Assert.That(await LineAsync(late), Is.EqualTo("first"));
        Assert.That(await LineAsync(late), Is.EqualTo("second"));
    }

    [Test]
    public async Task Log_Line_CountsFromTheStart()
    {
        Stack.Note("the load is gone");
        await using var stream = await EventStream.OpenAsync(Client);

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
