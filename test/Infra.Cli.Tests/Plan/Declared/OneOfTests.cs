using Infra.Cli.Plan.Declared;
using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Plan.Declared;

internal sealed class OneOfTests
{
    private static readonly OneOf One = new("stack dev", "a drawing");
    private static readonly DeclaredNatGateway First = new("nat-a", "a");
    private static readonly DeclaredNatGateway Second = new("nat-b", "b");

    [Test]
    public void OneThing_IsTaken()
    {
        Assert.That(One.Only("NAT gateway", [First]), Is.EqualTo(First));
        Assert.That(One.AtMostOne("NAT gateway", [First]), Is.EqualTo(First));
    }

    [Test]
    public void NoThing_IsNoneOrOneMessage()
    {
        Assert.That(One.AtMostOne<DeclaredNatGateway>("NAT gateway", []), Is.Null);
        Assert.That(
            () => One.Only<DeclaredNatGateway>("NAT gateway", []),
            Throws.TypeOf<InvalidUsageException>().With.Message
                .EqualTo("stack dev has no NAT gateway, and a drawing needs one: declare it"));
    }

    [Test]
    public void TwoThings_AreOneMessage()
    {
        const string Message = "stack dev has 2 NAT gateways (nat-a, nat-b), and a drawing takes one: leave the others out";

        Assert.That(
            () => One.AtMostOne("NAT gateway", [First, Second]), Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(Message));
        Assert.That(() => One.Only("NAT gateway", [First, Second]), Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(Message));
    }
}
