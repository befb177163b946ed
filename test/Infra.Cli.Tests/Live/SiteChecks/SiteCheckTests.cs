using System.Security.Cryptography;
using Infra.Cli.Live;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.SiteChecks;
using Microsoft.Extensions.Time.Testing;

namespace Infra.Cli.Tests.Live.SiteChecks;

/// <summary>What becomes of a check that comes to no end of its own.</summary>
internal sealed class SiteCheckTests
{
    private static readonly LiveSite Example = new(new("https://www.example.com"));

    [Test]
    public async Task Finding_IsTheChecks()
    {
        var finding = Finding.Fail("seen");

        Assert.That(await FindAsync(_ => Task.FromResult(finding)), Is.SameAs(finding));
    }

    [Test]
    public async Task Site_ThatCanNotBeAsked_CouldNotBeChecked() => Assert.That(
        await FindAsync(_ => throw new SiteUnreachableException("nobody answers")), Is.EqualTo(Finding.NotChecked("nobody answers")));

    [Test]
    public async Task Certificate_ThatCanNotBeRead_CouldNotBeChecked() => Assert.That(
        await FindAsync(_ => throw new CryptographicException("it has no end")),
        Is.EqualTo(Finding.NotChecked("the certificate can't be read: it has no end")));

    [Test]
    public async Task OtherFault_IsNotHidden() =>
        await Assert.ThatAsync(() => FindAsync(_ => throw new InvalidOperationException("a mistake")), Throws.InvalidOperationException);

    [TestCase(120, "not over within 120 s")]
    [TestCase(0.5, "not over within 0.5 s")]
    public async Task Check_ThatTakesTooLong_IsGivenUp(double seconds, string seen)
    {
        var time = new FakeTimeProvider();
        var site = Example with { Time = time, Most = TimeSpan.FromSeconds(seconds) };

        var finding = SiteCheck.FindAsync(new Asking(EndlessAsync), site, CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        Assert.That(finding.IsCompleted, Is.False);
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.That(await finding, Is.EqualTo(Finding.NotChecked(seen)));
    }

    [Test]
    public async Task Check_ThatIsBrokenOff_FindsNothing()
    {
        using var breaking = new CancellationTokenSource();
        var finding = SiteCheck.FindAsync(new Asking(EndlessAsync), Example, breaking.Token);

        await breaking.CancelAsync();

        await Assert.ThatAsync(() => finding, Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCase(false, nameof(NewTlsCheck))]
    [TestCase(true, nameof(Tls13OnlyCheck))]
    public void Listeners_AreChecked_ByTheVersionsThatTheyAreToHave(bool isTls13Only, string versions) => Assert.That(
        SiteCheck.OfListeners(isTls13Only).Select(check => check.GetType().Name),
        Is.EqualTo([nameof(RedirectCheck), nameof(OldTlsCheck), versions, nameof(WeakCiphersCheck)]));

    private static async Task<Finding> EndlessAsync(CancellationToken cancellation)
    {
        await Task.Delay(Timeout.Infinite, cancellation);
        return Finding.Pass("never");
    }

    private static Task<Finding> FindAsync(Func<CancellationToken, Task<Finding>> ask) =>
        SiteCheck.FindAsync(new Asking(ask), Example, CancellationToken.None);

    private sealed class Asking(Func<CancellationToken, Task<Finding>> ask) : ISiteCheck
    {
        public Claim Claim { get; } = new(null, "it is so", "more");

        public Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation) => ask(cancellation);
    }
}
