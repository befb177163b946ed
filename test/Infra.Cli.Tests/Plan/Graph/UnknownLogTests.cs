using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Plan.Graph;

/// <summary>What is remembered of what a plan does not tell, and how it is said.</summary>
internal sealed class UnknownLogTests
{
    private static readonly ResourceNode Node = Unknown("node", "'number': 5");
    private static readonly ResourceNode Other = Unknown("other", "");

    [Test]
    public void Log_HasEachOnce_UntilItIsTaken()
    {
        var log = new UnknownLog();
        Assert.That(log.HasAny, Is.False);

        log.Note(Node, "b");
        log.Note(Other, "b");
        log.Note(Node, "a");
        log.Note(Node, "b");

        Assert.That(log.HasAny, Is.True);
        Assert.That(log.Take(), Is.EqualTo([new UnknownInput(Node, "b"), new UnknownInput(Other, "b"), new UnknownInput(Node, "a")]));
        Assert.That(log.HasAny, Is.False);
        Assert.That(log.Take(), Is.Empty);
    }

    [TestCase("later", ExpectedResult = "later is not known yet / later of node is not known yet")]
    [TestCase("hidden", ExpectedResult = "hidden is secret / hidden of node is secret")]
    [TestCase("hidden.in.it", ExpectedResult = "hidden.in.it is secret / hidden.in.it of node is secret")]
    [TestCase("hiddenOutput", ExpectedResult = "hiddenOutput is secret / hiddenOutput of node is secret")]
    [TestCase("laterOutput", ExpectedResult = "laterOutput is not known yet / laterOutput of node is not known yet")]
    [TestCase("its configuration", ExpectedResult = "its configuration is not known yet / its configuration of node is not known yet")]
    public string Clause_NamesTheResourceUnlessItIsTheOneInQuestion(string path) =>
        $"{new UnknownInput(Node, path).Clause(Node)} / {new UnknownInput(Node, path).Clause(Other)}";

    [Test]
    public void Input_ThatIsThere_IsRead()
    {
        Assert.That(Node.NeedNumber("number"), Is.EqualTo(5));
        Assert.That(Node.Need("number"), Is.EqualTo("5"));
    }

    [TestCase("missing", "a:a:A node must set missing for this")]
    [TestCase("later", "a:a:A node must tell later for this, but later is not known yet")]
    [TestCase("hidden", "a:a:A node must tell hidden for this, but hidden is secret")]
    public void Input_ThatIsNeededAndNotThere_IsOneMessage(string path, string message)
    {
        Assert.That(() => Node.Need(path), Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(message));
        Assert.That(() => Node.NeedNumber(path), Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(message));
    }

    [TestCase("allow", ExpectedResult = true)]
    [TestCase("block", ExpectedResult = true)]
    [TestCase("count", ExpectedResult = true)]
    [TestCase("none", ExpectedResult = true)]
    [TestCase("captcha", ExpectedResult = true)]
    [TestCase("challenge", ExpectedResult = true)]
    [TestCase("singleHeader", ExpectedResult = true)]
    [TestCase("Allow", ExpectedResult = false)]
    [TestCase("tags", ExpectedResult = false)]
    [TestCase("", ExpectedResult = false)]
    public bool Block_ThatSaysSomethingByBeingThere_IsOne(string name) => BlocksThatSay.Has(name);

    private static ResourceNode Unknown(string name, string inputs)
    {
        var node = SmallStack.Node("a:a:A", name, inputs);
        return node with
        {
            Inputs = node.Inputs.Add("later", UnknownValue.Instance).Add("hidden", UnknownValue.Hidden),
            Outputs = node.Outputs.Add("laterOutput", UnknownValue.Instance).Add("hiddenOutput", UnknownValue.Hidden),
        };
    }
}
