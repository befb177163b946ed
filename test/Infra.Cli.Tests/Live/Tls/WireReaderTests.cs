using Infra.Cli.Live.Tls;

namespace Infra.Cli.Tests.Live.Tls;

internal sealed class WireReaderTests
{
    [Test]
    public void Message_IsTakenApart_ToItsEnd()
    {
        var reader = new WireReader([1, 2, 3, 4, 5, 6]);

        Assert.That(
            (reader.Byte(), reader.Number(), Convert.ToHexString(reader.Take(0)), Convert.ToHexString(reader.Take(2)), reader.IsAtEnd),
            Is.EqualTo(((byte)1, (ushort)0x0203, "", "0405", false)));
        Assert.That((reader.Byte(), reader.IsAtEnd), Is.EqualTo(((byte)6, true)));
        reader.End();
    }

    [Test]
    public void Message_IsNeverReadPastItsEnd()
    {
        Assert.That(TakeThree, Throws.InstanceOf<InvalidDataException>().With.Message.EqualTo("a message is shorter than it says"));

        static void TakeThree() => new WireReader([1, 2]).Take(3);
    }

    [Test]
    public void Message_WithMore_IsNotAtItsEnd() =>
        Assert.That(
            () => new WireReader([1]).End(),
            Throws.InstanceOf<InvalidDataException>().With.Message.EqualTo("a message is longer than it says"));
}
