using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Headers;
using Infra.Cli.Live.Http;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>No answer says which version of which program to attack.</summary>
internal sealed class ServerVersionCheck : ISiteCheck
{
    public Claim Claim { get; } = new(
        null,
        "no header field of the front page, a missing page or plain HTTP names the version of a program",
        "that the version can't be told by other means, such as the pages; awselb/2.0, which all of AWS's load balancers say, is none");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation) =>
        await AskedPages.FirstWrongOfAllAsync(site, Wrong, cancellation) is { } wrong ? Finding.Fail(wrong) : Finding.Pass("none");

    private static string? Wrong(HttpReply reply) =>
        (from field in reply.Headers
         from value in field
         where NamedVersion.IsIn(field.Key, value)
         select $"{LegibleText.Of(field.Key)} is {LegibleText.Of(value)}").FirstOrDefault();
}
