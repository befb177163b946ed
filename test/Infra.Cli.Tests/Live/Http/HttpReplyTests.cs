using Infra.Cli.Live.Http;

namespace Infra.Cli.Tests.Live.Http;

internal sealed class HttpReplyTests
{
    [TestCase(200, false)]
    [TestCase(301, false)]
    [TestCase(399, false)]
    [TestCase(400, true)]
    [TestCase(404, true)]
    [TestCase(499, true)]
    [TestCase(500, false)]
    [TestCase(501, true)]
    [TestCase(502, false)]
    [TestCase(504, false)]
    [TestCase(505, true)]
    [TestCase(506, false)]
    public void Status_OfARefusal_IsTheRequestsFault_OrBeyondTheServer(int status, bool isRefusal) =>
        Assert.That((HttpReply.None("") with { Status = status, Silence = null }).IsRefusal, Is.EqualTo(isRefusal));

    [Test]
    public void Silence_IsNoRefusal_ButTheEndOfTheConnectionIs()
    {
        var (silent, closed) = (HttpReply.None("no answer within 10 s"), HttpReply.Closed);

        Assert.That(
            (silent.Status, silent.Shown, silent.IsClosed, silent.IsRefusal),
            Is.EqualTo(((int?)null, "no answer within 10 s", false, false)));
        Assert.That(
            (closed.Status, closed.Shown, closed.IsClosed, closed.IsRefusal),
            Is.EqualTo(((int?)null, "the connection is closed without an answer", true, true)));
    }
}
