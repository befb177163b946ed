using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;

namespace Infra.Cli.Init;

/// <summary>The file that a new stack gets.</summary>
/// <param name="Project">Its project.</param>
/// <param name="StackName">The stack's name.</param>
internal sealed record NewStackFile(ProjectFile Project, string StackName)
{
    // As in https://github.com/pulumi/pulumi/blob/master/sdk/go/common/tokens/stacks.go.
    private const int LongestName = 100;

    /// <summary>What messages call it.</summary>
    public string Name => Project.ShownStackFile(StackName);

    /// <summary>The file of a stack that is not there yet.</summary>
    /// <param name="directory">Any directory of the project.</param>
    /// <param name="stack">The stack, as the Pulumi CLI takes it.</param>
    /// <exception cref="InvalidUsageException">It is no name for a stack, or the stack has a file.</exception>
    public static NewStackFile Of(string directory, string stack)
    {
        var project = ProjectFile.Find(directory);
        if (Cli.Plan.StackFiles.StackName.Of(stack, project) is not { Length: <= LongestName } name)
        {
            throw new InvalidUsageException(
                $"a stack must have a name of at most {LongestName} letters, digits, and - _ . alone, as Pulumi wants it, got "
                + $"'{LegibleText.Of(stack)}': write another");
        }

        var file = new NewStackFile(project, name);
        if (Path.GetExtension(project.FileName) == ".json")
        {
            throw new InvalidUsageException(
                $"{file.Name} must be JSON, as {project.FileName} is, and only YAML is written here: write it by hand");
        }

        // A link that leads nowhere is something too.
        return Path.Exists(project.StackFile(name)) || new FileInfo(project.StackFile(name)).LinkTarget is not null
            ? throw new InvalidUsageException(
                $"{file.Name} is there already, and is never overwritten: name another stack, or change the file itself")
            : file;
    }

    /// <summary>What it begins with where it is not to be like another: the least, and rolls without a break.</summary>
    public StackFileText Least() => Begun(
        $"""
        # {StackName}: what it sets differs from the defaults, which {Project.FileName} has.
        config:
          aws:region: eu-west-1

          # Two, because a load balancer takes no fewer.
          zones:
            - eu-west-1a
            - eu-west-1b

          # The new server comes before the old one leaves, so that not even the only one is missed. See 'infra roll'.
          rollout: promote
        """,
        Name);

    /// <summary>What it begins with where it is to be like another stack.</summary>
    /// <param name="other">The other stack, as the Pulumi CLI takes it.</param>
    /// <param name="directory">Any directory of the project.</param>
    /// <exception cref="InvalidUsageException">There is no such stack, or only the Pulumi CLI knows what it has.</exception>
    public StackFileText Like(string other, string directory)
    {
        var stack = ProjectFiles.Read(directory, other, []);
        return stack.Environments.Count == 0
            ? Begun(Renamed(File.ReadAllText(Project.StackFile(stack.StackName)), stack.StackName), stack.FileName)
            : throw new InvalidUsageException(
                $"{stack.FileName} takes settings from environments of Pulumi ESC, {string.Join(", ", stack.Environments)}, which only the "
                + "Pulumi CLI can read: copy the file by hand, or begin with another stack");
    }

    /// <summary>Writes it, whole or not at all.</summary>
    /// <exception cref="InvalidUsageException">It can't be written.</exception>
    public void Write(string text) => ReportFile.Create(Project.StackFile(StackName), text, Name);

    // Where it begins with the other's name, as those delivered do.
    private string Renamed(string text, string former) =>
        text.StartsWith($"# {former}: ", StringComparison.Ordinal) ? $"# {StackName}{text[(former.Length + 2)..]}" : text;

    private StackFileText Begun(string text, string fileName) => new(text, fileName, Project.ProjectName);
}
