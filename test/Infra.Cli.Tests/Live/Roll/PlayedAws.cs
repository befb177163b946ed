using System.Text.Json.Nodes;
using Infra.Cli.Shell.Tools;
using Infra.Cli.Tests.Live.Drill;

namespace Infra.Cli.Tests.Live.Roll;

/// <summary>
/// The aws tool as a roll meets it: it answers in the recorded words, about a group whose refreshes end as a test says. It never lets a
/// refresh that launches first run while scaling does.
/// </summary>
internal sealed class PlayedAws(JumpingClock clock) : ITool
{
    private static readonly TimeSpan CallTakes = TimeSpan.FromSeconds(0.5);

    public List<PlayedServer> Servers { get; } = [];

    public List<PlayedRefresh> Refreshes { get; } = [];

    /// <summary>The states of each refresh that will be started; unless given, it succeeds.</summary>
    public Queue<string[]> Coming { get; } = new();

    public int Min { get; set; } = 1;

    public int Max { get; set; } = 3;

    public int Desired { get; set; } = 1;

    /// <summary>The version that the group launches from.</summary>
    public string Launches { get; set; } = "6";

    public List<string> Suspended { get; } = ["AZRebalance"];

    /// <summary>Tags beside the recorded ones.</summary>
    public Dictionary<string, string> Marks { get; } = [];

    public List<string> Ringing { get; } = [];

    /// <summary>Answers in place of what would be answered, the next times that a command is given.</summary>
    public Dictionary<string, Queue<ToolRun>> Next { get; } = [];

    public List<string> Calls { get; } = [];

    /// <summary>Is told of every command before it is answered.</summary>
    public Action<string> OnCall { get; set; } = _ => { };

    public string? LastPreferences { get; private set; }

    /// <summary>Starts with so many servers, all well and of the group's version.</summary>
    public void Launch(int servers)
    {
        (Desired, Min) = (servers, servers);
        Servers.Clear();
        for (var i = 1; i <= servers; i++)
            Servers.Add(new($"i-{i}", Launches));
    }

    public Task<ToolRun> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        AwsManual.Check(arguments);
        clock.Advance(CallTakes);
        var command = string.Join(' ', arguments.Take(2));
        Calls.Add(string.Join(' ', arguments));
        OnCall(command);
        cancellation.ThrowIfCancellationRequested();
        if (Next.TryGetValue(command, out var queue) && queue.TryDequeue(out var next))
            return Task.FromResult(next);

        var answer = Answer(command, [.. arguments]);
        if (Refreshes.Any(refresh => refresh is { IsUnderWay: true, MaxHealthy: > 100, Status: not "Cancelling" }))
            Assert.That(Suspended, Does.Contain("AlarmNotification"), $"scaling runs while a roll launches first, after {command}");
        return Task.FromResult(answer);
    }

    private ToolRun Answer(string command, List<string> arguments)
    {
        switch (command)
        {
            case "autoscaling describe-auto-scaling-groups":
                return Json(Group());
            case "autoscaling describe-instance-refreshes":
                return Json(Described(Of("--instance-refresh-ids", arguments)));
            case "autoscaling start-instance-refresh":
                return Start(arguments);
            case "autoscaling cancel-instance-refresh":
                Refreshes.Single(refresh => refresh.IsUnderWay).Cancel();
                return new(0, """{"InstanceRefreshId": "x"}""", "");
            case "autoscaling update-auto-scaling-group":
                Launches = Of("--launch-template", arguments)!.Split("Version=")[1];
                return new(0, "", "");
            case "autoscaling suspend-processes":
                Suspended.AddRange(Processes(arguments));
                return new(0, "", "");
            case "autoscaling resume-processes":
                Suspended.RemoveAll(Processes(arguments).Contains);
                return new(0, "", "");
            case "autoscaling create-or-update-tags":
                var parts = Of("--tags", arguments)!.Split(',').Select(part => part.Split('=')).ToLookup(part => part[0], part => part[1]);
                Marks[parts["Key"].Single()] = parts["Value"].Single();
                return new(0, "", "");
            case "autoscaling delete-tags":
                Marks.Remove(Of("--tags", arguments)!.Split("Key=")[1]);
                return new(0, "", "");
            case "cloudwatch describe-alarms":
                return Json(Alarms(arguments));
            case "elbv2 describe-target-health":
                var health = Recording.Of(command);
                Each(health["TargetHealthDescriptions"]!, (node, server) =>
                    (node["Target"]!["Id"], node["TargetHealth"]!["State"]) = (server.Id, server.Target));
                return Json(health);
            default:
                return Json(Recording.Of(command));
        }
    }

    private JsonNode Group()
    {
        var answer = Recording.Of("autoscaling describe-auto-scaling-groups");
        var group = answer["AutoScalingGroups"]![0]!;
        (group["MinSize"], group["MaxSize"], group["DesiredCapacity"], group["DefaultInstanceWarmup"]) = (Min, Max, Desired, 300);
        group["LaunchTemplate"]!["Version"] = Launches;
        group["SuspendedProcesses"] = new JsonArray([.. Suspended.Select(name => new JsonObject { ["ProcessName"] = name })]);
        foreach (var (key, value) in Marks)
            group["Tags"]!.AsArray().Add(new JsonObject { ["Key"] = key, ["Value"] = value, ["PropagateAtLaunch"] = false });
        Each(group["Instances"]!, (node, server) =>
        {
            (node["InstanceId"], node["LifecycleState"]) = (server.Id, server.Lifecycle);
            node["LaunchTemplate"]!["Version"] = server.Version;
        });
        return answer;
    }

    private JsonNode Described(string? id)
    {
        var answer = Recording.Of("autoscaling describe-instance-refreshes");
        var pattern = answer["InstanceRefreshes"]![0]!;
        var list = answer["InstanceRefreshes"]!.AsArray();
        list.Clear();
        foreach (var refresh in Refreshes.Where(refresh => id is null || refresh.Id == id))
        {
            // A look at one of them is what a roll waits by.
            if (id is not null)
                Step(refresh);
            var node = pattern.DeepClone();
            (node["InstanceRefreshId"], node["Status"], node["StatusReason"]) = (refresh.Id, refresh.Status, refresh.Reason);
            node["StartTime"] = $"2026-11-22T{Refreshes.IndexOf(refresh):00}:00:00+00:00";
            node["Preferences"]!["MaxHealthyPercentage"] = refresh.MaxHealthy;
            if (refresh.Status == "Pending")
                node.AsObject().Remove("StartTime");
            if (refresh.Version is { } version)
                node["DesiredConfiguration"] = new JsonObject { ["LaunchTemplate"] = new JsonObject { ["Version"] = version } };
            list.Add(node);
        }

        return answer;
    }

    private void Step(PlayedRefresh refresh)
    {
        var was = refresh.Status;
        refresh.Step();
        if (refresh.Status == was)
            return;

        // One server is new from the first moment; all are when it has succeeded, and only then the group launches from it.
        var version = refresh.Version ?? Launches;
        if (refresh.Status == "InProgress" && Servers.Find(server => server.Version != version) is { } first)
            first.Version = version;
        if (refresh.Status == "Successful")
            Launches = version;
        if (refresh.Status is "Successful" or "RollbackSuccessful")
            Servers.ForEach(server => server.Version = Launches);
    }

    private ToolRun Start(List<string> arguments)
    {
        if (Refreshes.Any(refresh => refresh.IsUnderWay))
        {
            return new(
                254, "", "\nAn error occurred (InstanceRefreshInProgress) when calling the StartInstanceRefresh operation: "
                + "An Instance Refresh is already in progress and blocks the execution of this Instance Refresh.\n");
        }

        LastPreferences = Of("--preferences", arguments);
        var version = JsonNode.Parse(Of("--desired-configuration", arguments)!)!["LaunchTemplate"]!["Version"]!.GetValue<string>();
        var states = Coming.TryDequeue(out var given) ? given : ["Pending", "InProgress", "Baking", "Successful"];
        var refresh = new PlayedRefresh($"refresh-{Refreshes.Count + 1}", version, states)
        {
            MaxHealthy = JsonNode.Parse(LastPreferences!)!["MaxHealthyPercentage"]!.GetValue<int>(),
        };
        Refreshes.Add(refresh);
        return new(0, $$"""{"InstanceRefreshId": "{{refresh.Id}}"}""", "");
    }

    private JsonNode Alarms(List<string> arguments)
    {
        var answer = Recording.Of("cloudwatch describe-alarms");
        var pattern = answer["MetricAlarms"]![0]!;
        answer["MetricAlarms"] = new JsonArray(
        [
            .. arguments[(arguments.IndexOf("--alarm-names") + 1)..arguments.IndexOf("--region")].Select(name =>
            {
                var node = pattern.DeepClone();
                (node["AlarmName"], node["StateValue"]) = (name, Ringing.Contains(name) ? "ALARM" : "OK");
                return node;
            }),
        ]);
        return answer;
    }

    private void Each(JsonNode list, Action<JsonNode, PlayedServer> fill)
    {
        var array = list.AsArray();
        var pattern = array[0]!;
        array.Clear();
        foreach (var server in Servers)
        {
            var node = pattern.DeepClone();
            fill(node, server);
            array.Add(node);
        }
    }

    private static IEnumerable<string> Processes(List<string> arguments) =>
        arguments[(arguments.IndexOf("--scaling-processes") + 1)..arguments.IndexOf("--region")];

    private static string? Of(string option, List<string> arguments) =>
        arguments.IndexOf(option) is >= 0 and var index ? arguments[index + 1] : null;

    private static ToolRun Json(JsonNode answer) => new(0, answer.ToJsonString(), "");
}
