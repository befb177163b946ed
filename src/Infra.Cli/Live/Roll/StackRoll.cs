using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims;
using Infra.Cli.Shell;
using Infra.Cli.Shell.Tools;
using Infra.Servers;

namespace Infra.Cli.Live.Roll;

/// <summary>The roll of one stack: from its start to the answer whether the servers are new, or at least well.</summary>
internal sealed class StackRoll
{
    private readonly RollScene _scene;
    private readonly RollStart _start;
    private readonly RollTools _tools;
    private Action<RollView> _onView = _ => { };

    /// <summary>Nothing is asked yet.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="outputs">What it says.</param>
    /// <param name="tools">What the roll reaches out with.</param>
    public StackRoll(string stack, RollOutputs outputs, RollTools tools)
    {
        var cloud = new RollCloud(new(tools.Aws, outputs.Region, tools.Time), outputs);
        _tools = tools;
        _scene = new(stack, outputs, cloud, Watched(), new(cloud, tools.Time), tools.Time);
        _start = new(_scene);

        RollWatch Watched() => new(cloud, tools.Time, view => _onView(view)) { Longest = outputs.RollsWithin };
    }

    private RollWatch Watch => _scene.Watch;

    /// <summary>Rolls, and goes back if that fails.</summary>
    /// <param name="progress">Is told what is being done.</param>
    /// <param name="onView">Is shown the roll each time that it is looked at.</param>
    /// <param name="cancellation">Breaks it off.</param>
    /// <exception cref="InvalidUsageException">The group can't be found, or AWS not be asked at all.</exception>
    public async Task<RollReport> RunAsync(IProgress<Claim> progress, Action<RollView> onView, CancellationToken cancellation)
    {
        _onView = onView;
        await FindAsync(cancellation);

        var rolled = await JudgeAsync(RollClaims.Rolled, _start.RunAsync, progress, cancellation);
        var back = rolled.Finding.Outcome == Outcome.Fail && !_start.HasOnlyWaited
            ? await JudgeAsync(RollClaims.WentBack, GoBackAsync, progress, cancellation)
            : new Verdict(RollClaims.WentBack, Finding.NotApplicable("no roll failed"));
        var released = await new LettingGo(_scene).RunAsync(cancellation);

        // Broken off while it let go: the aftermath has time of its own for that.
        if (released.Outcome != Outcome.Pass)
            cancellation.ThrowIfCancellationRequested();
        return new(_scene.Stack, _scene.Outputs,
        [
            rolled,
            back,
            new(RollClaims.Quiet, Quiet()),
            new(RollClaims.Ceiling, Ceiling()),
            new(RollClaims.Released, released),
        ])
        {
            Version = _start.Version,
            Former = _start.Former,
        };
    }

    /// <summary>Leaves nothing held by a roll that was broken off, and says what goes on, a sentence each.</summary>
    public async Task<IReadOnlyList<string>> AftermathAsync()
    {
        using var patience = new CancellationTokenSource(_tools.TidiesUpWithin);
        var lettingGo = new LettingGo(_scene);
        var finding = await lettingGo.RunAsync(patience.Token);
        var stack = _scene.Stack;
        return
        [
            lettingGo.HasCancelled
                ? "The roll was broken off, and is cancelled: scaling can't be held without it. Servers that are new stay so; "
                    + $"'infra roll {stack}' goes on with the others."
                : $"No longer waiting. A roll that is under way goes on without this command: 'infra roll {stack}' waits for it again.",
            finding.Outcome == Outcome.Pass ? $"Scaling: {finding.Seen}." : finding.Seen,
        ];
    }

    private async Task FindAsync(CancellationToken cancellation)
    {
        try
        {
            Watch.Count(await _scene.Cloud.GroupAsync(cancellation));
        }
        catch (AwsException failure)
        {
            throw new InvalidUsageException(failure.Message);
        }
        catch (ToolMissingException missing)
        {
            throw new InvalidUsageException($"the roll needs the AWS CLI, and {missing.Message}: install it, and give it credentials");
        }
    }

    private async Task<Verdict> JudgeAsync(
        Claim claim, Func<CancellationToken, Task<Finding>> find, IProgress<Claim> progress, CancellationToken cancellation)
    {
        progress.Report(claim);
        var start = _tools.Time.GetUtcNow();
        var finding = await FindingOfAsync(find, cancellation);
        return new(claim, finding, _tools.Time.GetUtcNow() - start);
    }

    private static async Task<Finding> FindingOfAsync(Func<CancellationToken, Task<Finding>> find, CancellationToken cancellation)
    {
        try
        {
            return await find(cancellation);
        }
        catch (Exception failure) when (failure is AwsException or ToolMissingException or InvalidUsageException)
        {
            return Finding.NotChecked(failure.Message.ReplaceLineEndings(" "));
        }
    }

    private Task<Finding> GoBackAsync(CancellationToken cancellation) =>
        new WayBack(_scene).GoAsync(_start.Former, cancellation);

    private Finding Quiet()
    {
        if (Watch.Rang.Count > 0)
            return Finding.Fail($"{string.Join(" and ", Watch.Rang)} rang");

        return _start.RangBefore.Count > 0
            ? Finding.NotApplicable($"{string.Join(" and ", _start.RangBefore)} rang before it began, and so could not end it")
            : Finding.Pass(Watch.Alarms.Count == 0 ? "no alarm was looked at" : $"{string.Join(" and ", Watch.Alarms)} stayed quiet");
    }

    private Finding Ceiling() => Finding.Of(Watch.Most <= ServerFleet.Ceiling, $"at most {Watch.Most}");
}
