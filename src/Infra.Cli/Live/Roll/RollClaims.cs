using Infra.Cli.Live.Claims;
using Infra.Observability;
using Infra.Servers;

namespace Infra.Cli.Live.Roll;

/// <summary>What a roll is judged by.</summary>
internal static class RollClaims
{
    public static Claim Rolled { get; } = new(
        "R6", "every server runs the version of the launch template that was to be rolled", "that its site shows what it should");

    public static Claim WentBack { get; } = new(
        "R6",
        "after a roll that fails every server runs the former version, and is healthy",
        "that nothing but the servers is to be undone");

    public static Claim Quiet { get; } = new(
        "R6",
        "visitors got no errors that an alarm rings for",
        $"that nobody got one: the alarms want more than {AlarmThresholds.ErrorsInFiveMinutes} in five minutes");

    public static Claim Ceiling { get; } = new(
        "R8",
        $"there were never more than {ServerFleet.Ceiling} servers in service or starting",
        "what was there between two looks, or leaving");

    public static Claim Released { get; } = new(
        null, "the roll leaves scaling as it found it", "that its policies ask for the right number of servers");

    public static IReadOnlyList<Claim> All { get; } = [Rolled, WentBack, Quiet, Ceiling, Released];
}
