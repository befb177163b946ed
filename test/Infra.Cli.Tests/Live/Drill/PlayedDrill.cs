using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Drill;
using Microsoft.Extensions.Time.Testing;

namespace Infra.Cli.Tests.Live.Drill;

/// <summary>A drill of a stack that keeps its promises, but for what a test changes.</summary>
internal sealed class PlayedDrill
{
    public PlayedDrill(int servers = 1)
    {
        Aws = new(Clock);
        Aws.Launch(servers);
        Load = new(Clock, Aws);
    }

    public JumpingClock Clock { get; } = new();

    /// <summary>The clock that ends the load, which stands still unless told otherwise.</summary>
    public FakeTimeProvider LoadClock { get; } = new();

    public PlayedAws Aws { get; }

    public PlayedLoad Load { get; }

    public PlayedPortProbe PortProbe { get; set; } = new();

    public DrillPlan Plan { get; set; } = new();

    public string Stack { get; set; } = "dev";

    /// <summary>Those of dev.</summary>
    public GroupOutputs Outputs { get; set; } = new()
    {
        Url = new("https://web-1.eu-west-1.elb.amazonaws.com"),
        Region = "eu-west-1",
        GroupName = "fleet-group",
        TargetGroupName = "web-tg",
        SecondsToNotice = 50,
        SecondsToReplace = 440,
        SecondsToAdd = 630,
    };

    public DrillTools Tools => new()
    {
        Aws = Aws,
        Time = Clock,
        LoadClock = LoadClock,
        PortProbe = PortProbe,
        Load = _ => Load,
        Answers = () => null,
        LastLookWithin = Timeout.InfiniteTimeSpan,
    };

    public Task<StackDrill> FindAsync() => StackDrill.FindAsync(Stack, Outputs, Plan, Tools, CancellationToken.None);

    /// <summary>Runs it to its end.</summary>
    public async Task<DrillReport> RunAsync()
    {
        await using var drill = await FindAsync();
        return await drill.RunAsync(new Progress<Claim>(), _ => { }, CancellationToken.None);
    }

    /// <summary>Runs it, and says what was found of the only claim that has these words.</summary>
    public async Task<Finding> FindAsync(string claim) => Of(await RunAsync(), claim);

    public static Finding Of(DrillReport report, string claim) =>
        report.Verdicts.Single(verdict => verdict.Claim.Text.Contains(claim, StringComparison.Ordinal)).Finding;
}
