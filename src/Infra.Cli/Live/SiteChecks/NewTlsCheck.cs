using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Tls;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>R3: the versions that clients may use are there.</summary>
internal sealed class NewTlsCheck : ISiteCheck
{
    /// <summary>TLS 1.3 with all that it has.</summary>
    public static readonly ClientHello Tls13 = new(TlsVersion.Tls13, OfferedSuites.Tls13)
    {
        Groups = [.. OfferedGroups.Curves, .. OfferedGroups.FiniteFields, .. OfferedGroups.Hybrids],
    };

    private static readonly IReadOnlyList<ClientHello> Hellos = [new(TlsVersion.Tls12, KnownSuites.Strong), Tls13];

    public Claim Claim { get; } = new(
        "R3",
        "the server accepts TLS 1.2 and TLS 1.3",
        "that every client of these versions shares a cipher suite with it");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        var seen = new List<string>();
        var outcome = Outcome.Pass;
        foreach (var hello in Hellos)
        {
            var answer = await TlsProbe.AskAsync(site, hello, cancellation);
            seen.Add(answer.Hello?.Version == hello.Version ? answer.Shown : $"{TlsNames.Of(hello.Version)}: {answer.Shown}");
            if (answer.Kind == AnswerKind.Unclear && outcome == Outcome.Pass)
                outcome = Outcome.NotChecked;
            else if (answer.Kind != AnswerKind.Unclear && answer.Hello?.Version != hello.Version)
                outcome = Outcome.Fail;
        }

        return new(outcome, string.Join("; ", seen));
    }
}
