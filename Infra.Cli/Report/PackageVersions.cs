using System.Reflection;
using System.Runtime.InteropServices;

namespace Infra.Cli.Report;

/// <summary>What a report was made with.</summary>
internal static class PackageVersions
{
    /// <summary>The Pulumi packages and the runtime of this process.</summary>
    public static string InUse => string.Join(
        ", ",
        $"Pulumi {VersionOf(typeof(global::Pulumi.Deployment))}",
        $"Pulumi.Aws {VersionOf(typeof(global::Pulumi.Aws.LB.LoadBalancer))}",
        RuntimeInformation.FrameworkDescription);

    private static string VersionOf(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
            ?? type.Assembly.GetName().Version?.ToString(3)
            ?? "of unknown version";
}
