using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Http;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>No answer says which version of which program to attack.</summary>
internal sealed class ServerVersionCheck : ISiteCheck
{
    private static readonly IReadOnlyList<string> Fields = ["Server", "X-Powered-By"];

    public Claim Claim { get; } = new(null, "no answer names the version of a program", "that the version can't be told by other means");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation) =>
        await AskedPages.FirstWrongAsync(site, Wrong, cancellation) is { } wrong
            ? Finding.Fail(wrong)
            : Finding.Pass($"none in {string.Join(", ", Fields)}");

    private static string? Wrong(HttpReply reply) =>
        Fields.Where(field => HasVersion(reply.Header(field)))
            .Select(field => $"{field} is {LegibleText.Of(reply.Header(field)!)}")
            .FirstOrDefault();

    private static bool HasVersion(string? value) => value is not null && value.Any(char.IsAsciiDigit);
}
