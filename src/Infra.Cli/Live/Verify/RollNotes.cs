using Infra.Cli.Live.Aws;
using Infra.Cli.Shell;
using Infra.Cli.Shell.Tools;

namespace Infra.Cli.Live.Verify;

/// <summary>
/// What a verification says besides its claims: whether the site that it saw is the one that was deployed, or one that waits for its roll.
/// </summary>
internal sealed class RollNotes(ITool aws, TimeProvider time)
{
    /// <summary>The notes, a sentence each. Without AWS they go by what the stack said at its last deployment.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(string stack, RollOutputs outputs, CancellationToken cancellation)
    {
        try
        {
            return await AskAsync(stack, outputs, cancellation);
        }
        catch (Exception failure) when (failure is AwsException or ToolMissingException or InvalidUsageException)
        {
            var waiting = Waiting(stack, outputs.PreparedVersion, outputs.ProvenVersion);
            return outputs.PreparedVersion == outputs.ProvenVersion
                ? []
                : [$"{waiting} That is as of the last 'pulumi up': AWS was not asked."];
        }
    }

    private async Task<IReadOnlyList<string>> AskAsync(string stack, RollOutputs outputs, CancellationToken cancellation)
    {
        var cloud = new RollCloud(new(aws, outputs.Region, time), outputs);
        var hold = new ScalingHold(cloud, time);
        var group = await cloud.GroupAsync(cancellation);
        if (RefreshStatus.Latest(await cloud.RefreshesAsync(cancellation)) is { } latest && RefreshStatus.IsUnderWay(latest))
            return [$"A roll of the servers is under way ({latest.Status}): 'infra roll {stack}' waits for it."];

        var notes = new List<string>();
        if (!hold.IsFresh(group) && (await hold.ReleaseAsync(group, cancellation)).Count > 0)
            notes.Add("A roll that was killed had left scaling held. It is released.");
        if (outputs.IsPromoted && group.LaunchTemplate?.Version is { } proven && proven != outputs.PreparedVersion)
            notes.Add(Waiting(stack, outputs.PreparedVersion, proven));
        return notes;
    }

    private static string Waiting(string stack, string prepared, string proven) =>
        $"Version {prepared} of the launch template is prepared and waits; the servers run version {proven}: "
        + $"'infra roll {stack}' rolls it out.";
}
