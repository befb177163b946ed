namespace Infra.Servers;

/// <summary>The credit mode of burstable instance types, those of the series <c>t</c>.</summary>
public static class CpuCredits
{
    /// <summary>
    /// <c>unlimited</c> for a burstable type, null for any other. In the other mode a server without credits is held to its baseline, a
    /// fifth of a processor for t4g.small: continuous load would then never reach the CPU target, and no server would be added.
    /// Load that lasts costs extra instead. See
    /// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances-unlimited-mode-concepts.html.
    /// </summary>
    public static string? ModeOf(string instanceType) =>
        InstanceTypeName.Parse(instanceType)?.Series is "t" ? "unlimited" : null;
}
