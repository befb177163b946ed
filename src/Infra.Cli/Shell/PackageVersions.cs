using System.Reflection;
using System.Runtime.InteropServices;

namespace Infra.Cli.Shell;

/// <summary>What the program is, and what it runs with.</summary>
internal static class PackageVersions
{
    private const int ShownOfACommit = 12;

    // eng/stand-ins marks its packages.
    private const string StandInMark = "Pulumi.StandIn";

    /// <summary>The program's own version, and the commit that it was built from, where a repository told the build.</summary>
    public static string Program => Informational(typeof(PackageVersions).Assembly).Split('+') is [var version, var commit, ..]
        ? $"{version} (commit {Shown(commit)})"
        : Informational(typeof(PackageVersions).Assembly);

    /// <summary>The Pulumi packages and the runtime of this process.</summary>
    public static string InUse => string.Join(
        ", ",
        $"Pulumi {VersionOf(typeof(global::Pulumi.Deployment))}",
        $"Pulumi.Aws {VersionOf(typeof(global::Pulumi.Aws.LB.LoadBalancer))}",
        RuntimeInformation.FrameworkDescription);

    private static string VersionOf(Type type)
    {
        var isStandIn = type.Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Any(metadata => metadata.Key == StandInMark);
        return Informational(type.Assembly).Split('+')[0] + (isStandIn ? " (a stand-in)" : "");
    }

    private static string Informational(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? assembly.GetName().Version?.ToString(3)
            ?? "of unknown version";

    // A mark behind the hash, such as that files differed from the commit, is shown too.
    private static string Shown(string commit) => commit.Split('-') is [var hash, .. var marks]
        ? string.Join('-', [hash[..Math.Min(hash.Length, ShownOfACommit)], .. marks])
        : commit;
}
