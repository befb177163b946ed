using Infra.Cli.Live.Aws;
using Infra.Cli.Shell.Tools;

namespace Infra.Cli.Live.Roll;

/// <summary>What a roll reaches out with.</summary>
internal sealed record RollTools
{
    public ITool Aws { get; init; } = AwsTool.OnPath;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long a roll that is broken off may take to release scaling: within what a command has to tidy up.</summary>
    public TimeSpan TidiesUpWithin { get; init; } = TimeSpan.FromSeconds(8);
}
