using Infra.Cli.Live.Aws;
using Infra.Cli.Shell;
using Infra.Servers;

namespace Infra.Cli.Live.Roll;

/// <summary>How a roll is told of.</summary>
internal static class RollText
{
    /// <summary>How it ended, in AWS's words; none: it did not.</summary>
    public static string End(RefreshAnswer? refresh) => refresh is null
        ? "not over in the time that a roll takes at most"
        : $"{refresh.Status}{(refresh.StatusReason is { } reason ? $": {LegibleText.Of(reason)}" : "")}";
}
