using Infra.Cli.Live.Tls;

namespace Infra.Cli.Tests.Live.Tls;

internal sealed class TlsRecordTests
{
    [TestCase("15030300020246" + "16", 21, "0246")]
    [TestCase("160301000102", 22, "02")]
    [TestCase("1603040003010203", 22, "010203")]
    public async Task Record_HasATypeAndContent_WhicheverTlsItIs(string bytes, byte type, string content)
    {
        await using var stream = Hex.Stream(bytes);

        var record = await TlsRecord.ReadAsync(stream, CancellationToken.None);

        Assert.That((record!.Type, Convert.ToHexString(record.Content)), Is.EqualTo((type, content)));
    }

    [TestCase(255)]
    [TestCase(256)]
    [TestCase(1 << 14)]
    public async Task Record_HasItsLength(int length)
    {
        await using var stream = Hex.Stream($"160303{length:X4}{new string('0', (2 * length) + 2)}");

        Assert.That((await TlsRecord.ReadAsync(stream, CancellationToken.None))!.Content, Has.Length.EqualTo(length));
    }

    [Test]
    public async Task Connection_ThatIsOver_HasNone() =>
        Assert.That(await TlsRecord.ReadAsync(Stream.Null, CancellationToken.None), Is.Null);

    [TestCase("15", "a record ends in its header")]
    [TestCase("15030300", "a record ends in its header")]
    [TestCase("1403030001" + "01", "what came is neither an alert nor a handshake")]
    [TestCase("1703030001" + "01", "what came is neither an alert nor a handshake")]
    [TestCase("1602030001" + "01", "what came is neither an alert nor a handshake")]
    [TestCase("1604030001" + "01", "what came is neither an alert nor a handshake")]
    [TestCase("1603030000", "a record is empty or too long")]
    [TestCase("1603034001", "a record is empty or too long")]
    [TestCase("1603030002" + "00", "a record ends too early")]
    [TestCase("1603034000" + "00", "a record ends too early")]
    public async Task AnythingElse_IsNone(string bytes, string message)
    {
        await using var stream = Hex.Stream(bytes);

        await Assert.ThatAsync(
            () => TlsRecord.ReadAsync(stream, CancellationToken.None),
            Throws.InstanceOf<InvalidDataException>().With.Message.EqualTo(message));
    }
}
