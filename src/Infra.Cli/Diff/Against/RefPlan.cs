using Infra.Cli.Diff.Facts;
using Infra.Cli.Plan;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;
using Infra.Cli.Shell.Tools;

namespace Infra.Cli.Diff.Against;

/// <summary>
/// A stack as a git ref declares it: by the ref's own program, since a change may be of the program as well. Where that is the same as
/// this one, this one plays it, at once; otherwise it is built.
/// </summary>
internal sealed class RefPlan(Terminal terminal, PlanSource plan, FactsSource facts)
{
    private const string StandIns = "eng/stand-ins";

    // All that a build of the tool takes from the repository.
    private static readonly string[] Code =
        ["src/Infra", "src/Infra.Cli", StandIns, "Directory.*", "global.json", "nuget.config"];

    // Who has no other name for it has these, the first that there is.
    private static readonly string[] MainBranches = ["origin/HEAD", "origin/main", "origin/master", "main", "master"];

    /// <summary>The stack at a ref; nothing where the ref does not have it, as before the change that adds it.</summary>
    /// <param name="now">The stack as it is now.</param>
    /// <param name="reference">The ref; none for where the branch left the main one.</param>
    /// <param name="cancellation">Breaks it off, and tidies up.</param>
    /// <exception cref="InvalidUsageException">There is no such ref, or its program can't be built or refuses the stack.</exception>
    public async Task<Former> ReadAsync(ResourceGraph now, string? reference, CancellationToken cancellation)
    {
        var root = ProjectFiles.FindRoot(Environment.CurrentDirectory);
        var asked = reference is null ? "without --against 'infra diff'" : $"--against {LegibleText.Of(reference)}";
        var git = new Git(root, asked);
        await RequireRepositoryAsync(git, asked, cancellation);
        var commit = reference is null
            ? await BranchPointAsync(git, cancellation)
            : await git.AskAsync(cancellation, "rev-parse", "--verify", "--quiet", "--end-of-options", $"{reference}^{{commit}}")
                ?? throw new InvalidUsageException(
                    $"{asked} must name a git ref or a file, and there is none of that name: fetch it, or name another");
        var shortName = commit[..Math.Min(commit.Length, 9)];
        var name = reference is null || commit.StartsWith(reference, StringComparison.Ordinal) ? shortName : $"{reference} ({shortName})";

        await using var checkout = await RefCheckout.OfAsync(git, commit, cancellation);
        var project = Path.Combine(checkout.Directory, await git.NeedAsync(cancellation, "rev-parse", "--show-prefix"));
        if (!HasStack(project, now.StackName, asked))
            return Former.NoneOf(now, name);

        var graph = await IsSameAsync(git, commit, Code, cancellation)
            ? await PlayAsync(project, now.StackName, asked)
            : await BuildAsync(now.StackName, asked, name, new(project, asked, checkout, PackageFolder.Prepare(
                root, project, await IsSameAsync(git, commit, [StandIns], cancellation), checkout.Beside("packages"))), cancellation);
        return new(name, graph, facts(graph, project, isCheckout: true));
    }

    private static async Task RequireRepositoryAsync(Git git, string asked, CancellationToken cancellation)
    {
        if (await git.AskAsync(cancellation, "rev-parse", "--is-inside-work-tree") != "true")
            throw new InvalidUsageException($"{asked} needs a git repository, and this project is in none: name a plan file by --against");
    }

    private static async Task<string> BranchPointAsync(Git git, CancellationToken cancellation)
    {
        foreach (var branch in MainBranches)
        {
            if (await git.AskAsync(cancellation, "rev-parse", "--verify", "--quiet", $"{branch}^{{commit}}") is null)
                continue;

            return await git.AskAsync(cancellation, "merge-base", "HEAD", branch) ?? throw new InvalidUsageException(
                $"where the branch left {branch} is not in this clone: fetch its history ('git fetch --unshallow'), "
                + "or name a ref by --against");
        }

        throw new InvalidUsageException(
            $"there is none of {string.Join(", ", MainBranches)} to compare with: name a ref or a file by --against");
    }

    private static async Task<bool> IsSameAsync(Git git, string commit, string[] paths, CancellationToken cancellation) =>
        await git.AskAsync(cancellation, ["diff", "--quiet", commit, "--", .. paths]) is not null
        && await git.AskAsync(cancellation, ["ls-files", "--others", "--exclude-standard", "--", .. paths]) is "";

    // A project above it is another.
    private static bool HasStack(string project, string stack, string asked)
    {
        try
        {
            return ProjectFile.IsAt(project)
                && ProjectFile.FindRoot(project) == Path.TrimEndingDirectorySeparator(project)
                && ProjectFiles.StackNames(project).Contains(stack, StringComparer.Ordinal);
        }
        catch (InvalidUsageException fault)
        {
            throw new InvalidUsageException($"{asked}: {fault.Message}");
        }
    }

    private async Task<ResourceGraph> PlayAsync(string project, string stack, string asked)
    {
        try
        {
            return await plan(ProjectFiles.Read(project, stack, []));
        }
        catch (Exception refusal) when (refusal is InvalidUsageException or Infra.Settings.Reading.InvalidSettingsException)
        {
            throw new InvalidUsageException($"{asked}: {refusal.Message}");
        }
    }

    private async Task<ResourceGraph> BuildAsync(
        string stack, string asked, string name, FormerProgram program, CancellationToken cancellation)
    {
        await terminal.Error.WriteLineAsync($"Building the program of {LegibleText.Of(name)}, which is another than this one ...");
        await program.BuildAsync(cancellation);
        var bytes = await program.PlanOfAsync(stack, cancellation);
        var graph = PlanGraph.Of(PlanFile.Read(bytes, asked), asked, Environment.CurrentDirectory);
        terminal.Conceal(graph.Secrets.HiddenIn);
        return graph;
    }
}
