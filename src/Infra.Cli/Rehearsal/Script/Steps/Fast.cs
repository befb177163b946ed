using Infra.Cli.Live.Claims;

namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>What a simulated drill says of what it leaves out.</summary>
internal static class Fast
{
    public static Finding LeftOut { get; } = Finding.NotApplicable("not tried in a fast rehearsal");
}
