using System.Xml.Linq;
using Infra.Cli.Live.Claims;
using static Infra.Cli.Report.Page.Html;

namespace Infra.Cli.Report.Page;

/// <summary>Claims, what was seen of each, and what that does not prove.</summary>
internal static class ClaimTable
{
    public static XElement Write(string name, IReadOnlyList<Verdict> verdicts) => Table(
        name,
        ["Claim", "Answer", "Seen", "Does not prove"],
        verdicts.Select(verdict => (IReadOnlyList<object?>)
        [
            verdict.Claim.Text,
            Wording.Badge(verdict.Finding.Outcome),
            verdict.Finding.Seen.Split('\n').Select(line => Element("div", line)),
            Wording.Muted(verdict.Claim.NotProven),
        ]));
}
