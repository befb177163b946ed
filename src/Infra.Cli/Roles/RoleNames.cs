using System.Text.RegularExpressions;
using Infra.Cli.Shell;

namespace Infra.Cli.Roles;

/// <summary>What the roles of a stack and their policies are called.</summary>
internal sealed partial record RoleNames(string Project, string Stack)
{
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    private const int LongestRole = 64;

    public string Deploy => $"{Project}-deploy-{Stack}";

    public string Preview => $"{Project}-preview-{Stack}";

    /// <summary>Why IAM refuses these names; nothing if it does not.</summary>
    // The environments of a deployment and of another stack's preview would be the same one.
    public string? Problem => Stack.EndsWith(PreviewEnvironment(""), StringComparison.OrdinalIgnoreCase)
        ? $"a stack's name must not end in {PreviewEnvironment("")}, got '{LegibleText.Of(Stack)}': that is the environment in which pull "
            + "requests are previewed against the stack of the name before it; change the stack's"
        : NameProblem;

    /// <summary>The environment at GitHub in which a pull request is previewed against a protected stack.</summary>
    public static string PreviewEnvironment(string stack) => $"{stack}-preview";

    // A policy's name may have 128 characters, which no document adds to what a role's name leaves.
    private string? NameProblem => Preview.Length <= LongestRole && IamName().IsMatch(Preview)
        ? null
        : $"a role's name must be at most {LongestRole} letters, digits and +=,.@_-, "
            + $"got '{LegibleText.Of(Preview)}' with {Preview.Length}: change the project's name in Pulumi.yaml or the stack's";

    public string Policy(string document) => $"{Project}-{Stack}-{document}";

    [GeneratedRegex(@"^[A-Za-z0-9+=,.@_-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex IamName();
}
