using System.Text;
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
    [TestCase("Y", true)]
    [TestCase("yes", true)]
    [TestCase("yes please", false)]
    [TestCase("ye", false)]
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

    private const string Load = "  - sends at most 2000 requests a second for at most 16 min, for the group to add a server";
    private const string Only = ", for the group to replace: it is the only one, so the site is down meanwhile";

    private static IEnumerable<TestCaseData> Plans() =>
    [
        Plan("terminates", new() { Terminates = true, HasLoad = false }, 1, [$"  - terminates one server{Only}"]),
        Plan("two servers", new() { HasLoad = false }, 2, ["  - marks one server unhealthy, for the group to replace"]),
        Plan("no server", new() { HasLoad = false }, 0, [$"  - marks one server unhealthy{Only}"]),
        Plan("as large as it may be", new(), 3, ["  - marks one server unhealthy, for the group to replace"]),
        Plan(
            "a rate and a time", new() { Rate = 77, Minutes = 5, WaitsForScaleIn = false }, 1,
            [
                $"  - marks one server unhealthy{Only}",
                "  - sends at most 77 requests a second for at most 5 min, for the group to add a server",
                "  - leaves it to the group to take that server back",
            ]),
        Plan(
            "a firewall", new() { Rate = 2000 }, 1,
            [
                $"  - marks one server unhealthy{Only}",
                Load,
                "    R7 will not be tried: the firewall blocks an address that makes more than 3,000 requests in 5 min, and 2000 a second "
                    + "are 600,000: for the drill, set infra:wafRateLimit to more than that and deploy, or send the load from as many "
                    + "addresses as it takes (200), or leave it out with --no-load",
                "  - waits until the group has taken that server back",
            ],
            limit: 3000),
    ];

    [TestCaseSource(nameof(Plans))]
    public async Task Question_SaysWhatIsPlanned_AndNothingElse(PlayedDrill played, IReadOnlyList<string> lines)
    {
        var (_, question) = await AskAsync(played, answer: null, isGiven: true);

        Assert.That(question.ReplaceLineEndings("\n").TrimEnd().Split('\n').Skip(2), Is.EqualTo(lines));
    }

    private static TestCaseData Plan(string name, DrillPlan plan, int servers, string[] lines, int? limit = null)
    {
        var played = new PlayedDrill(servers) { Plan = plan };
        played.Outputs = played.Outputs with { FirewallRateLimit = limit };
        return new TestCaseData(played, lines).SetArgDisplayNames(name);
    }

    // With nothing asked for, what the group tracks says how large a load is, and without a limit nobody asks.
    [TestCase(null, true, false)]
    [TestCase(3000, true, true)]
    [TestCase(3000, false, false)]
    public async Task Policies_AreAskedFor_WhereAFirewallMayStopTheLoad(int? limit, bool hasLoad, bool isAsked)
    {
        var played = new PlayedDrill { Plan = new() { HasLoad = hasLoad } };
        played.Outputs = played.Outputs with { FirewallRateLimit = limit };

        await using var drill = await played.FindAsync();

        Assert.That(drill.FirewallStops is not null, Is.EqualTo(isAsked));
        Assert.That(played.Aws.Calls.Exists(call => call.Contains("describe-policies", StringComparison.Ordinal)), Is.EqualTo(isAsked));
    }

    [Test]
    public async Task Firewall_IsNoMatter_WhereNoLoadIsSent()
    {
        var played = new PlayedDrill { Plan = new() { HasLoad = false, Rate = 2000 } };
        played.Outputs = played.Outputs with { FirewallRateLimit = 3000 };

        await using var drill = await played.FindAsync();

        Assert.That(drill.FirewallStops, Is.Null);
    }

    [Test]
    public async Task Question_IsThere_BeforeTheAnswerIsReadFor()
    {
        await using var drill = await new PlayedDrill().FindAsync();
        await using var stream = new MemoryStream();
        await using var question = new StreamWriter(stream);
        using var answers = new AnswerTo(stream);

        await new DrillConsent(isGiven: false, isGivenInProd: false).AskAsync("dev", drill, question, answers, CancellationToken.None);

        Assert.That(answers.Asked, Does.EndWith("Go on? [y/N] "));
    }

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

    // Reads what has been written so far, and says no.
    private sealed class AnswerTo(MemoryStream question) : TextReader
    {
        public string Asked { get; private set; } = "";

        public override string? ReadLine()
        {
            Asked = Encoding.UTF8.GetString(question.ToArray());
            return "n";
        }
    }
}
