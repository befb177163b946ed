using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Drill;
using Infra.Cli.Shell;
using Infra.Cli.Shell.Tools;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Drill;

/// <summary>What looks remember, and how long they go on; and what becomes of a step that can't be taken.</summary>
internal sealed class GroupWatchTests
{
    private const string Away = "Could not connect to the endpoint URL: \"https://a/\"";
    private const string Denied = "An error occurred (AccessDenied) when calling the operation: no";

    [Test]
    public async Task Looks_RememberTheMost_AndTheLongestGap()
    {
        var (played, watch, views) = Watching(1);
        Assert.That((watch.Looks, watch.Highest, watch.MostRunning, watch.LongestGap), Is.EqualTo((0, (GroupView?)null, 0, TimeSpan.Zero)));

        var first = await watch.LookAsync(CancellationToken.None);
        played.Aws.Servers.AddRange([new("i-b"), new("i-c") { Lifecycle = "Terminating" }]);
        played.Clock.Advance(TimeSpan.FromSeconds(60));
        var second = await watch.LookAsync(CancellationToken.None);
        played.Aws.Servers.RemoveAll(server => server.Id.Length == 3);
        played.Clock.Advance(TimeSpan.FromSeconds(30));
        var third = await watch.LookAsync(CancellationToken.None);

        Assert.That(views, Is.EqualTo([first, second, third]));
        Assert.That((first.Gap, second.Gap, third.Gap), Is.EqualTo((TimeSpan.Zero, Seconds(61.5), Seconds(31.5))));
        Assert.That(
            (watch.Looks, watch.Highest, watch.MostRunning, watch.LongestGap, second.Count), Is.EqualTo((3, second, 3, Seconds(61.5), 2)));
    }

    // The first look that saw as many stays the one that is shown.
    [Test]
    public async Task Looks_ThatSeeAsMany_ChangeNothing()
    {
        var (_, watch, _) = Watching(2);

        var first = await watch.LookAsync(CancellationToken.None);
        await watch.LookAsync(CancellationToken.None);

        Assert.That(watch.Highest, Is.SameAs(first));
    }

    [Test]
    public async Task Machine_IsAStray_OnceTwoLooksInARowSeeItWithoutTheGroup()
    {
        var (played, watch, _) = Watching(1);
        var lost = new PlayedServer("i-lost") { IsListed = false };
        played.Aws.Servers.Add(lost);

        var strays = new List<string>();
        foreach (var isListed in new[] { false, false, true, false, false })
        {
            lost.IsListed = isListed;
            strays.Add(string.Join(' ', (await watch.LookAsync(CancellationToken.None)).Strays));
        }

        Assert.That(strays, Is.EqualTo(["", "i-lost", "", "", "i-lost"]));
    }

    // A look takes 2 s the first time and 1.5 s later, and 5 s are between two.
    [TestCase(0, 1)]
    [TestCase(2, 1)]
    [TestCase(2.1, 2)]
    [TestCase(8.5, 2)]
    [TestCase(8.6, 3)]
    public async Task Looks_ForWhatNeverComes_EndWithThePatience(double seconds, int looks)
    {
        var (_, watch, _) = Watching(1);

        Assert.That(await watch.UntilAsync(_ => false, Seconds(seconds), CancellationToken.None), Is.Null);
        Assert.That(watch.Looks, Is.EqualTo(looks));
    }

    [Test]
    public async Task Look_ThatSeesIt_IsTheLast_HoweverLate()
    {
        var (_, watch, views) = Watching(1);

        Assert.That(await watch.UntilAsync(_ => true, TimeSpan.Zero, CancellationToken.None), Is.SameAs(views.Single()));
    }

    // The call that fails takes half a second.
    [PlainCase(Away, 60, true)]
    [PlainCase(Away, 0.6, true)]
    [PlainCase(Away, 0.5, false)]
    [PlainCase(Away, 0, false)]
    [PlainCase(Denied, 60, false)]
    public async Task Fault_ThatMayPass_IsWaitedFor_WhileThereIsPatience(string error, double seconds, bool passes)
    {
        var (played, watch, views) = Watching(1);
        played.Aws.Next["ec2 describe-instances"] = new([new ToolRun(254, "", error)]);
        var looking = watch.UntilAsync(_ => true, Seconds(seconds), CancellationToken.None);

        if (passes)
            Assert.That(await looking, Is.SameAs(views.Single()));
        else
            await Assert.ThatAsync(() => looking, Throws.TypeOf<AwsException>());
    }

    [TestCase("aws", "NotChecked: one two")]
    [TestCase("missing", "NotChecked: there is no 'one\ntwo' on PATH")]
    [TestCase("usage", "NotChecked: one two")]
    public async Task Step_ThatCanNotBeTaken_LeavesItsClaimsOpen(string fault, string seen)
    {
        var failing = new Failing(fault switch
        {
            "aws" => new AwsException(AwsFault.Denied, "one\ntwo"),
            "missing" => new ToolMissingException("one\ntwo"),
            _ => new InvalidUsageException("one\ntwo"),
        });
        var told = new List<Claim>();
        var context = await StepScene.OfAsync(new PlayedDrill());
        context.Load.SetRate(1);

        var verdicts = await DrillRunner.RunAsync([failing, failing], context, new Telling(told), CancellationToken.None);

        Assert.That(
            verdicts.Select(verdict => StepScene.Text(verdict.Finding)),
            Is.EqualTo(Enumerable.Repeat(seen.ReplaceLineEndings(" "), 4)));
        Assert.That(verdicts.Select(verdict => verdict.Took.TotalSeconds), Is.EqualTo([3, 0, 3, 0]), "told once, with the first claim");
        Assert.That(told, Is.EqualTo([failing.Claims[0], failing.Claims[0]]));
        Assert.That(((PlayedLoad)context.Load).Rate, Is.Zero);
    }

    [Test]
    public async Task Step_WithAMistakeInIt_EndsTheDrill_AndItsLoad()
    {
        var context = await StepScene.OfAsync(new PlayedDrill());
        context.Load.SetRate(1);

        await Assert.ThatAsync(
            () => DrillRunner.RunAsync(
                [new Failing(new InvalidOperationException("a mistake"))], context, new Telling([]), CancellationToken.None),
            Throws.InvalidOperationException);
        Assert.That(((PlayedLoad)context.Load).Rate, Is.Zero);
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private static (PlayedDrill Played, GroupWatch Watch, List<GroupView> Views) Watching(int servers)
    {
        var (played, views) = (new PlayedDrill(servers), new List<GroupView>());
        var cloud = new StackCloud(new(played.Aws, played.Outputs.Region, played.Clock), played.Outputs);
        return (played, new(cloud, played.Clock, views.Add), views);
    }

    private sealed class Failing(Exception failure) : IDrillStep
    {
        public IReadOnlyList<Claim> Claims { get; } = [new("R1", "the first is so", "more"), new("R2", "the second is so", "more")];

        public Task<IReadOnlyList<Finding>> RunAsync(DrillContext context, CancellationToken cancellation)
        {
            ((JumpingClock)context.Watch.Time).Advance(TimeSpan.FromSeconds(3));
            throw failure;
        }
    }

    private sealed class Telling(List<Claim> told) : IProgress<Claim>
    {
        public void Report(Claim value) => told.Add(value);
    }
}
