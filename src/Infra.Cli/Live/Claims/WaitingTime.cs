namespace Infra.Cli.Live.Claims;

/// <summary>How long to wait for what is promised.</summary>
internal static class WaitingTime
{
    /// <summary>Long enough to tell late from never.</summary>
    public static TimeSpan For(TimeSpan promised) => promised * 1.5;
}
