using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Cli.Shell.Tools;

namespace Infra.Cli.Tests.Live.Drill;

/// <summary>
/// The aws tool as a drill meets it: it answers in the recorded words, about a group that heals, grows and shrinks on a clock. A test makes
/// one thing different.
/// </summary>
internal sealed class PlayedAws(JumpingClock clock) : ITool
{
    // About what the real tool takes.
    private static readonly TimeSpan CallTakes = TimeSpan.FromSeconds(0.5);

    private readonly PriorityQueue<Action, DateTimeOffset> _coming = new();
    private int _launched;

    public List<PlayedServer> Servers { get; } = [];

    public int Min { get; set; } = 1;

    public int Max { get; set; } = 3;

    public int Desired { get; set; } = 1;

    /// <summary>From when a server is broken until its replacement serves; never if none.</summary>
    public TimeSpan? HealsIn { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>From the start of a load until one server more serves; never if none.</summary>
    public TimeSpan? GrowsIn { get; set; } = TimeSpan.FromMinutes(9);

    /// <summary>From the end of a load until that server is gone; never if none.</summary>
    public TimeSpan? ShrinksIn { get; set; } = TimeSpan.FromMinutes(16);

    /// <summary>How long a server runs on that the group wants no longer.</summary>
    public TimeSpan RunsOn { get; set; }

    /// <summary>Changes what is answered to a command, such as <c>ec2 describe-instances</c>.</summary>
    public Dictionary<string, Action<JsonNode>> Edits { get; } = [];

    /// <summary>Answers in place of what would be answered, the next times that a command is given.</summary>
    public Dictionary<string, Queue<ToolRun>> Next { get; } = [];

    /// <summary>The command lines so far.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Every argument so far.</summary>
    public List<string> CalledWith { get; } = [];

    /// <summary>Is told of every command before it is answered.</summary>
    public Action<string> OnCall { get; set; } = _ => { };

    /// <summary>Starts with so many servers, all well.</summary>
    public void Launch(int servers)
    {
        (Desired, Min) = (servers, servers);
        for (var i = 0; i < servers; i++)
            Servers.Add(new(NewId()));
    }

    /// <summary>Has something happen after a time.</summary>
    public void In(TimeSpan time, Action happening) => _coming.Enqueue(happening, clock.GetUtcNow() + time);

    /// <summary>A load begins, or ends.</summary>
    public void Loaded(bool isHeavy)
    {
        if (isHeavy && GrowsIn is { } grows)
        {
            var server = new PlayedServer(NewId()) { Lifecycle = "Pending", Target = "initial" };
            In(grows - TimeSpan.FromMinutes(3), () => (Desired, _) = (Desired + 1, Add(server)));
            In(grows, () => (server.Lifecycle, server.Target) = ("InService", "healthy"));
        }
        else if (!isHeavy && ShrinksIn is { } shrinks)
        {
            In(shrinks, () => Desired = Min);
            In(shrinks + RunsOn, () => Servers.RemoveRange(Min, Servers.Count - Min));
        }
    }

    public Task<ToolRun> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        AwsManual.Check(arguments);
        clock.Advance(CallTakes);
        while (_coming.TryPeek(out var happening, out var when) && when <= clock.GetUtcNow())
        {
            _coming.Dequeue();
            happening();
        }

        var command = string.Join(' ', arguments.Take(2));
        Calls.Add(string.Join(' ', arguments));
        CalledWith.AddRange(arguments);
        OnCall(command);
        cancellation.ThrowIfCancellationRequested();
        if (Next.TryGetValue(command, out var queue) && queue.TryDequeue(out var next))
            return Task.FromResult(next);

        if (command == "autoscaling set-instance-health")
        {
            Break(arguments[arguments.ToList().IndexOf("--instance-id") + 1], "Unhealthy");
            return Task.FromResult(new ToolRun(0, "", ""));
        }

        if (command == "autoscaling terminate-instance-in-auto-scaling-group")
            Break(arguments[arguments.ToList().IndexOf("--instance-id") + 1], "Healthy");

        var answer = Recording.Of(command);
        Fill(command, answer);
        Edits.GetValueOrDefault(command)?.Invoke(answer);
        return Task.FromResult(new ToolRun(0, answer.ToJsonString(), ""));
    }

    private void Break(string id, string health)
    {
        var sick = Servers.Single(server => server.Id == id);
        sick.Health = health;
        if (HealsIn is not { } heals)
            return;

        var server = new PlayedServer(NewId()) { Lifecycle = "Pending", Target = "initial" };
        In(heals / 5, () => (sick.Lifecycle, sick.Target, _) = ("Terminating", "draining", Add(server)));
        In(heals / 2, () => Servers.Remove(sick));
        In(heals, () => (server.Lifecycle, server.Target) = ("InService", "healthy"));
    }

    private bool Add(PlayedServer server)
    {
        Servers.Add(server);
        return true;
    }

    private void Fill(string command, JsonNode answer)
    {
        switch (command)
        {
            case "autoscaling describe-auto-scaling-groups":
                var group = answer["AutoScalingGroups"]![0]!;
                (group["MinSize"], group["MaxSize"], group["DesiredCapacity"]) = (Min, Max, Desired);

                // AWS has it; moto forgets it.
                group["DefaultInstanceWarmup"] = 300;
                Each(group["Instances"]!, Servers.Where(server => server.IsListed), (node, server) =>
                    (node["InstanceId"], node["LifecycleState"], node["HealthStatus"]) = (server.Id, server.Lifecycle, server.Health));
                break;
            case "elbv2 describe-target-health":
                Each(answer["TargetHealthDescriptions"]!, Servers.Where(server => server.IsListed), (node, server) =>
                    (node["Target"]!["Id"], node["TargetHealth"]!["State"]) = (server.Id, server.Target));
                break;
            case "ec2 describe-instances":
                Each(answer["Reservations"]![0]!["Instances"]!, Servers, (node, server) => node["InstanceId"] = server.Id);
                break;
            case "autoscaling describe-policies":
                // As AWS does, and moto does not.
                answer["ScalingPolicies"]![0]!["Alarms"] = JsonNode.Parse(
                    """[{"AlarmName": "TargetTracking-fleet-group-AlarmHigh-1", "AlarmARN": "arn"}]""");
                break;
        }
    }

    private static void Each(JsonNode list, IEnumerable<PlayedServer> servers, Action<JsonNode, PlayedServer> fill)
    {
        var array = list.AsArray();
        var pattern = array[0]!;
        array.Clear();
        foreach (var server in servers)
        {
            var node = pattern.DeepClone();
            fill(node, server);
            array.Add(node);
        }
    }

    private string NewId() => string.Create(CultureInfo.InvariantCulture, $"i-{++_launched:x17}");
}
