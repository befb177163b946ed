using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Roll;
using Infra.Cli.Tests.Live.Drill;

namespace Infra.Cli.Tests.Live.Roll;

/// <summary>A roll of a stack from version 6 to 7, but for what a test changes.</summary>
internal sealed class PlayedRoll
{
    public const string ServerErrors = "watch-server-errors";
    public const string BalancerErrors = "watch-load-balancer-errors";

    public PlayedRoll(int servers = 1, string rollout = "promote")
    {
        Aws = new(Clock);
        Aws.Launch(servers);
        Outputs = new()
        {
            Url = new("https://web-1.eu-west-1.elb.amazonaws.com"),
            Region = "eu-west-1",
            GroupName = "fleet-group",
            TargetGroupName = "web-tg",
            SecondsToNotice = 50,
            SecondsToReplace = 440,
            SecondsToAdd = 630,
            SecondsToWarmUp = 20,
            SecondsToRoll = 2100,
            Rollout = rollout,
            LaunchTemplateId = "lt-1",
            PreparedVersion = "7",
            ProvenVersion = "6",
            AlarmNames = [ServerErrors, BalancerErrors],
        };
        Roll = new("dev", Outputs, new() { Aws = Aws, Time = Clock, TidiesUpWithin = Timeout.InfiniteTimeSpan });
    }

    public JumpingClock Clock { get; } = new();

    public PlayedAws Aws { get; }

    public RollOutputs Outputs { get; }

    public StackRoll Roll { get; }

    /// <summary>What was shown on the way.</summary>
    public List<string> Shown { get; } = [];

    /// <summary>The servers by their versions.</summary>
    public string Servers => string.Join(' ', Aws.Servers.Select(server => server.Version));

    public async Task<RollReport> RunAsync(CancellationToken cancellation = default)
    {
        var report = await Roll.RunAsync(new Progress<Claim>(), view => Shown.Add(view.Shown), cancellation);
        Assert.That(Aws.Suspended, Is.EqualTo(["AZRebalance"]), "scaling is left held");
        Assert.That(Aws.Marks, Is.Empty);
        return report;
    }

    public static Finding Of(RollReport report, Claim claim) => report.Verdicts.Single(verdict => verdict.Claim == claim).Finding;
}
