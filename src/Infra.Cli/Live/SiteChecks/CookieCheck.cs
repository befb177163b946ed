using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Headers;
using Infra.Cli.Live.Http;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>What a visitor's browser keeps of an answer it never sends in the clear.</summary>
internal sealed class CookieCheck : ISiteCheck
{
    public Claim Claim { get; } = new(
        null,
        "the front page, its redirects, a missing page and plain HTTP set no cookie without Secure",
        "that other pages don't, or that scripts and other sites can't use a cookie: HttpOnly and SameSite are the site's own choice");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        var now = site.Time.GetUtcNow();
        var names = new List<string>();
        var wrong = await AskedPages.FirstWrongOfAllAsync(site, Wrong, cancellation);
        return wrong is not null ? Finding.Fail(wrong)
            : Finding.Pass(names.Count == 0 ? "none set" : $"Secure: {LegibleText.Of(string.Join(", ", names.Distinct()))}");

        string? Wrong(HttpReply reply)
        {
            var cookies = reply.Headers["Set-Cookie"].Select(value => new SetCookie(value))
                .Where(cookie => !cookie.IsDeletion(now)).ToList();
            names.AddRange(cookies.Select(cookie => cookie.Name));
            return cookies.Find(cookie => !cookie.IsSecure) is { } open ? $"the cookie {LegibleText.Of(open.Name)} is not Secure" : null;
        }
    }
}
