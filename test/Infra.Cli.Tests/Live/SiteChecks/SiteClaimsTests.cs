using Infra.Cli.Live.Verify;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.SiteChecks;

internal sealed class SiteClaimsTests
{
    [Test]
    public void Claims_AreAsAccepted()
    {
        var checks = Verifier.Checks(isTls13Only: false).Concat(Verifier.Checks(isTls13Only: true));

        Golden.Verify("claims", string.Concat(checks.Select(check => check.Claim).Distinct()
            .Select(claim => $"{claim.Requirement ?? "-"}  {claim.Text}\n    {claim.NotProven}\n")));
    }
}
