namespace Infra.Cli.Tests.Docs.Requirements;

/// <summary>Why a rehearsal has nothing to say of some requirements.</summary>
internal static class Rehearsals
{
    public static IReadOnlyDictionary<string, string> Impossible { get; } = new Dictionary<string, string>
    {
        ["R1"] = "all of a rehearsal listens on this machine's loopback, where there are no public addresses",
    };
}
