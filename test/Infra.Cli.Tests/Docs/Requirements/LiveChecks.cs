using Infra.Cli.Live.Drill;
using Infra.Cli.Live.Verify;
using Infra.Cli.Report.Requirements;

namespace Infra.Cli.Tests.Docs.Requirements;

/// <summary>The claims that commands check on a running site, by requirement.</summary>
internal static class LiveChecks
{
    /// <summary>A command to add is one line here, and one less for each requirement in <see cref="Impossible"/> that it checks.</summary>
    private static readonly IReadOnlyList<LiveCheck> All =
    [
        .. Verifier.Checks(isTls13Only: false)
            .Select(check => new LiveCheck("infra verify", check.Claim.Requirement, check.Claim.Text, check.Claim.NotProven)),
        .. DrillRunner.Steps(probe: null!).SelectMany(step => step.Claims)
            .Select(claim => new LiveCheck("infra drill", claim.Requirement, claim.Text, claim.NotProven)),
    ];

    /// <summary>Why some requirements can't be checked live.</summary>
    public static IReadOnlyDictionary<string, string> Impossible { get; } = new Dictionary<string, string>
    {
        ["R4"] = "what the load balancer and a server say to each other is not visible from outside",
    };

    public static IReadOnlyList<LiveCheck> Of(CustomerRequirement requirement) =>
        [.. All.Where(check => check.Requirement == requirement.Id)];
}

/// <summary>One claim that a command checks.</summary>
internal sealed record LiveCheck(string Command, string? Requirement, string Text, string NotProven);
