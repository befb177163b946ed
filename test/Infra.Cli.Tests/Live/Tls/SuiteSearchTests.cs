using System.Net.Security;
using System.Net.Sockets;
using Infra.Cli.Live.Tls;
using Infra.Cli.Tests.Live.SiteChecks;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;
using static System.Net.Security.TlsCipherSuite;

namespace Infra.Cli.Tests.Live.Tls;

/// <summary>Which suites a played server takes, and how often it has to be asked.</summary>
internal sealed class SuiteSearchTests
{
    // A suite in each of three batches: the longest offer has 64.
    private static readonly IReadOnlyList<TlsCipherSuite> Offered = [.. KnownSuites.All.Take(130)];

    private readonly List<int> _offers = [];

    [Test]
    public async Task Search_FindsAllThatAreTaken_InAsFewOffersAsThereAre()
    {
        var taken = new HashSet<TlsCipherSuite> { Offered[3], Offered[4], Offered[100] };

        var search = await SearchAsync(most: 10, Offering(taken));

        Assert.That(search.SuitesOver(TlsVersion.Tls12), Is.EqualTo(new[] { Offered[3], Offered[4], Offered[100] }));
        Assert.That(search.SuitesOver(TlsVersion.Tls11), Is.Empty);
        Assert.That(_offers, Is.EqualTo(new[] { 64, 63, 62, 64, 63, 2 }));
        Assert.That((search.Rejected.Count, search.Refusals, search.IsUnclear), Is.EqualTo((3, "alert handshake_failure", false)));
    }

    [Test]
    public async Task Search_EndsWithEnough()
    {
        var search = await SearchAsync(most: 2, Offering([.. Offered]));

        Assert.That(search.SuitesOver(TlsVersion.Tls12), Is.EqualTo(Offered.Take(2)));
        Assert.That(_offers, Is.EqualTo(new[] { 64, 63 }));
        Assert.That((search.Rejected.Count, search.Refusals, search.IsUnclear), Is.EqualTo((0, "", false)));
    }

    [Test]
    public async Task Search_OfABatchThatIsTakenWhole_GoesOnWithTheNext()
    {
        var search = await SearchAsync(most: 100, Offering([.. Offered.Take(64)]));

        Assert.That(search.Accepted, Has.Count.EqualTo(64));
        Assert.That(_offers[62..], Is.EqualTo(new[] { 2, 1, 64, 2 }));
    }

    [Test]
    public async Task Search_OfAVersionThatIsRefused_EndsWithTheFirstOffer()
    {
        var search = await SearchAsync(most: 10, _ => Convert.FromHexString("15030300020246"));

        Assert.That(_offers, Is.EqualTo(new[] { 64 }));
        Assert.That((search.Accepted.Count, search.Refusals, search.IsUnclear), Is.EqualTo((0, "alert protocol_version", false)));
    }

    [Test]
    public async Task Search_WithoutAClearAnswer_EndsWithIt()
    {
        var search = await SearchAsync(most: 10, _ => "HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());

        Assert.That(_offers, Is.EqualTo(new[] { 64 }));
        Assert.That(
            (search.Accepted.Count, search.Refusals, search.IsUnclear),
            Is.EqualTo((0, "the answer is not TLS: what came is neither an alert nor a handshake", true)));
    }

    [Test]
    public async Task Search_TellsTheKindsOfRefusal_EachOnce()
    {
        var search = await SearchAsync(most: 10, _ => _offers.Count == 2 ? [] : ScriptedTls.Refusal);

        Assert.That(_offers, Is.EqualTo(new[] { 64, 64, 2 }));
        Assert.That((search.Rejected.Count, search.Refusals), Is.EqualTo((3, "alert handshake_failure, connection closed")));
    }

    // It goes on with the next batch, which may tell more.
    [Test]
    public async Task Server_ThatPicksWhatItWasNotOffered_IsAskedOnceForEachBatch()
    {
        var search = await SearchAsync(most: 10, _ => Hello((TlsCipherSuite)0x5600));

        Assert.That(_offers, Is.EqualTo(new[] { 64, 64, 2 }));
        Assert.That(search.SuitesOver(TlsVersion.Tls12), Is.EqualTo(Enumerable.Repeat((TlsCipherSuite)0x5600, 3)));
    }

    private async Task<SuiteSearch> SearchAsync(int most, Func<IReadOnlyList<TlsCipherSuite>, byte[]> answer)
    {
        _offers.Clear();
        await using var server = new RawServer(async socket =>
        {
            var hello = new byte[4096];
            await socket.ReceiveAsync(hello);
            var offered = ScriptedTls.SuitesOf(hello).Select(suite => (TlsCipherSuite)suite).ToList();
            _offers.Add(offered.Count);
            await socket.SendAsync(answer(offered));
            socket.Shutdown(SocketShutdown.Both);
        });
        return await SuiteSearch.RunAsync(RawTlsServer.SiteOf(server), new(TlsVersion.Tls12, Offered), most, CancellationToken.None);
    }

    private static Func<IReadOnlyList<TlsCipherSuite>, byte[]> Offering(HashSet<TlsCipherSuite> taken) => offered =>
        offered.Where(taken.Contains).ToList() is [var first, ..] ? Hello(first) : ScriptedTls.Refusal;

    private static byte[] Hello(TlsCipherSuite suite) => ScriptedTls.Hello((ushort)TlsVersion.Tls12, (ushort)suite);
}
