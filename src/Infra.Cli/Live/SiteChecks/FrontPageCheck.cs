using System.Globalization;
using Infra.Cli.Live.Claims;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>A visitor who types the site's name gets its page.</summary>
internal sealed class FrontPageCheck : ISiteCheck
{
    public Claim Claim { get; } = new(
        null,
        string.Create(
            CultureInfo.InvariantCulture,
            $"the front page answers {LiveSite.DefaultFrontStatus}, or as --status says, whole and within {LiveSite.DefaultSeconds} s, "
            + $"if need be after redirects within HTTPS"),
        "that it is the right page, or that any other is there; where redirects end is shown, not judged");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        var way = await FrontPage.InTimeAsync(site, cancellation);
        return (way.Fault ?? Fault(site, way)) is { } fault ? Finding.Fail($"{way.Shown}: {fault}")
            : way.Elsewhere is { } elsewhere ? Finding.NotChecked($"{way.Shown}: {elsewhere}")
            : Finding.Pass($"{way.Shown}: {way.Steps[^1].Page.Head.Shown}");
    }

    private static string? Fault(LiveSite site, FrontPage way)
    {
        if (way.Elsewhere is not null)
            return null;

        var (head, body, fault) = way.Steps[^1].Page;
        return head.Status != site.FrontStatus ? head.Shown
            : fault is not null ? $"{head.Shown}, and {fault}"
            : head.Status == LiveSite.DefaultFrontStatus && body.Length == 0 ? $"{head.Shown}, and nothing in it"
            : null;
    }
}
