using Infra.Cli.Live.Drill;
using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Live.Drill;

internal sealed class ConsentTests
{
    [TestCase("y", true)]
    [TestCase(" YES ", true)]
    [TestCase("n", false)]
    [TestCase("", false)]
    [TestCase("dev", false)]
    public async Task Answer_Decides(string answer, bool goesOn) =>
        Assert.That((await AskAsync(new(), answer)).GoesOn, Is.EqualTo(goesOn));

    [Test]
    public async Task Question_NamesTheAccountTheRegionTheGroupAndWhatIsBroken() =>
        Assert.That(
            (await AskAsync(new(), "y")).Question,
            Is.EqualTo(
                """
                The drill of dev works on AWS, account 123456789012, as arn:aws:sts::123456789012:user/moto:
                  group fleet-group in eu-west-1, 1 of 1 to 3 servers, https://web-1.eu-west-1.elb.amazonaws.com/
                  - marks one server unhealthy, for the group to replace: it is the only one, so the site is down meanwhile
                  - sends at most 2000 requests a second for at most 16 min, for the group to add a server
                  - waits until the group has taken that server back
                Go on? [y/N] 
                """));

    [Test]
    public async Task Yes_AsksNobody() => Assert.That((await AskAsync(new(), answer: null, isGiven: true)).GoesOn, Is.True);

    [Test]
    public async Task NobodyToAsk_IsAMistake() =>
        await Assert.ThatAsync(
            () => AskAsync(new(), answer: null),
            Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
                "the drill breaks things, and there is no terminal to ask at: add --yes"));

    [TestCase("prod")]
    [TestCase("Production-eu")]
    [TestCase("someone/infra/prod")]
    public async Task Prod_NeedsAYesOfItsOwn(string stack)
    {
        await Assert.ThatAsync(
            () => AskAsync(new() { Stack = stack }, "y", isGiven: true),
            Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
                $"{stack} is not to be broken lightly, since its name begins with prod: "
                + "add --yes-in-prod if it is to be drilled all the same"));
        Assert.That((await AskAsync(new() { Stack = stack }, "n", isGivenInProd: true)).GoesOn, Is.False, "it is asked all the same");
        Assert.That((await AskAsync(new() { Stack = stack }, answer: null, isGiven: true, isGivenInProd: true)).GoesOn, Is.True);
    }

    [TestCase("reproduction")]
    [TestCase("prod/infra/dev")]
    public async Task OtherNames_NeedNone(string stack) =>
        Assert.That((await AskAsync(new() { Stack = stack }, "y")).GoesOn, Is.True);

    [Test]
    public async Task StackThatIsProtectedAgainstDeletion_IsProdByAnyName()
    {
        var played = new PlayedDrill { Stack = "live" };
        played.Aws.Edits["elbv2 describe-load-balancer-attributes"] = answer =>
            answer["Attributes"]!.AsArray().Single(each => (string)each!["Key"]! == "deletion_protection.enabled")!["Value"] = "true";

        await Assert.ThatAsync(
            () => AskAsync(played, "y"),
            Throws.TypeOf<InvalidUsageException>().With.Message.Contains("its load balancer is protected against deletion"));
    }

    private static async Task<(bool GoesOn, string Question)> AskAsync(
        PlayedDrill played, string? answer, bool isGiven = false, bool isGivenInProd = false)
    {
        await using var drill = await played.FindAsync();
        using var question = new StringWriter();
        using var answers = answer is null ? null : new StringReader(answer);
        var goesOn = await new DrillConsent(isGiven, isGivenInProd).AskAsync(
            played.Stack, drill, question, answers, CancellationToken.None);
        return (goesOn, question.ToString());
    }
}
