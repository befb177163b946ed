using Infra.Cli.Shell;

namespace Infra.Cli.Plan.StackFiles;

/// <summary>A stack as the Pulumi CLI takes it: <c>stack</c>, <c>organization/stack</c> or <c>organization/project/stack</c>.</summary>
/// <remarks>See parseStackName in https://github.com/pulumi/pulumi/blob/master/pkg/backend/httpstate/backend.go.</remarks>
internal static class StackName
{
    /// <summary>The name alone, by which its file is called; none if it is not a name.</summary>
    /// <exception cref="InvalidUsageException">The stack is of another project.</exception>
    public static string? Of(string stack, ProjectFile project)
    {
        var parts = stack.Split('/');
        if (parts.Length > 3 || !parts.All(ProjectFile.IsPlainName) || (parts.Length > 1 && parts[0].Trim('.').Length == 0))
            return null;

        return parts is [_, var other, var name] && other != project.ProjectName
            ? throw new InvalidUsageException(
                $"the stack {stack} is of the project {other}, but {project.FileName} names this one {project.ProjectName}: "
                + $"change to the directory of {other}, or name {name} alone")
            : parts[^1];
    }
}
