using Infra.Cli.Live.Tls;

namespace Infra.Cli.Tests.Live.Tls;

internal sealed class Ssl2Tests
{
    // The length, then the type, the version, three lengths, seven ciphers, and a challenge of 16 bytes.
    [Test]
    public void Hello_OffersEveryCipher()
    {
        var bytes = Ssl2.ClientHello();

        Assert.That(
            Convert.ToHexString(bytes[..^16]),
            Is.EqualTo("802E" + "01" + "0002" + "0015" + "0000" + "0010" + "010080020080030080040080050080060040" + "0700C0"));
        Assert.That(bytes[^16..], Is.Not.EqualTo(Ssl2.ClientHello()[^16..]));
    }

    [TestCase("", AnswerKind.Refused, "connection closed")]
    [TestCase("80100400010002", AnswerKind.Accepted, "SSL 2.0")]
    [TestCase("FF1004", AnswerKind.Accepted, "SSL 2.0")]
    [TestCase("7F1004", AnswerKind.Refused, "another answer")]
    [TestCase("801005", AnswerKind.Refused, "another answer")]
    [TestCase("8010", AnswerKind.Refused, "another answer")]
    [TestCase("15030300020246", AnswerKind.Refused, "an alert")]
    [TestCase("1503", AnswerKind.Refused, "another answer")]
    [TestCase("485454502F312E31", AnswerKind.Refused, "another answer")]
    public async Task Answer_IsAcceptance_ByAServerHelloAlone(string bytes, AnswerKind kind, string shown)
    {
        await using var stream = Hex.Stream(bytes);

        var answer = await Ssl2.ReadAnswerAsync(stream, CancellationToken.None);

        Assert.That((answer.Kind, answer.Hello, answer.Shown), Is.EqualTo((kind, (ServerHello?)null, shown)));
    }
}
