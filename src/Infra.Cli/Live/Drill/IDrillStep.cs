using Infra.Cli.Live.Claims;

namespace Infra.Cli.Live.Drill;

/// <summary>A part of a drill.</summary>
internal interface IDrillStep
{
    /// <summary>What it makes claims of.</summary>
    IReadOnlyList<Claim> Claims { get; }

    /// <summary>Finds out, one finding for each claim.</summary>
    /// <exception cref="Infra.Cli.Live.Aws.AwsException">AWS could not be asked.</exception>
    Task<IReadOnlyList<Finding>> RunAsync(DrillContext context, CancellationToken cancellation);
}
