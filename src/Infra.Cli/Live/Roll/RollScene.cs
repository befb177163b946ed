using Infra.Cli.Live.Aws;

namespace Infra.Cli.Live.Roll;

/// <summary>What the parts of a roll share.</summary>
internal sealed record RollScene(string Stack, RollOutputs Outputs, RollCloud Cloud, RollWatch Watch, ScalingHold Hold, TimeProvider Time)
{
    public RollLaunch Launch => new(Cloud, Hold, Outputs.SecondsToWarmUp);
}
