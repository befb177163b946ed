namespace Infra.Cli.Tests.Plan.Reading.Live;

/// <summary>Something that somebody did to a running stack by hand.</summary>
/// <param name="What">In words.</param>
/// <param name="Controls">The controls that must fail for it, with ids parted by spaces.</param>
/// <param name="Done">Does it, to what the provider shows.</param>
internal sealed record HandDrift(string What, string Controls, Func<LiveStack, LiveStack> Done)
{
    /// <summary>The stack that it is done to: one of <see cref="PlanVariants.Stacks"/>.</summary>
    public string Stack { get; init; } = "prod";

    public override string ToString() => What;
}
