using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.StackFiles;

namespace Infra.Cli.Plan.Reading;

/// <summary>The configuration that a plan or a state was made from.</summary>
internal static class PlanConfiguration
{
    /// <summary>
    /// That of the file, or for a state, which has none, that of the stack file in the project of the current directory; empty where there
    /// is neither.
    /// </summary>
    public static IReadOnlyDictionary<string, ConfigValue> Of(PlanContents contents, ReadResource stack, string directory)
    {
        if (contents.Configuration is not { } values)
            return OfStackFile(stack.ProjectName, stack.StackName, directory)?.Values ?? new Dictionary<string, ConfigValue>();

        return SecretSettings.WithExamples(new()
        {
            RootDirectory = directory,
            ProjectName = stack.ProjectName,
            StackName = stack.StackName,
            Values = values.ToDictionary(
                entry => entry.Key, entry => new ConfigValue(entry.Value, entry.Value == ConfigValue.Hidden), StringComparer.Ordinal),
        }).Values;
    }

    /// <summary>The configuration of a stack's file; none if the current directory is of no project, or of another one.</summary>
    public static StackConfiguration? OfStackFile(string projectName, string stackName, string directory)
    {
        var isOfItsProject = ProjectFile.IsAt(directory) && ProjectFile.Find(directory).ProjectName == projectName;
        return isOfItsProject && ProjectFiles.StackNames(directory).Contains(stackName, StringComparer.Ordinal)
            ? SecretSettings.WithExamples(ProjectFiles.Read(directory, stackName, []))
            : null;
    }
}
