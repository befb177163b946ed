namespace Infra.Cli.Plan.Recording;

/// <summary>
/// The provider that the engine adds for each version of a package. It has no step in a preview, yet every resource that it makes refers
/// to it. There is no other one here: the offline cloud refuses providers of the program's own, whose region it would not know.
/// </summary>
internal static class DefaultProvider
{
    // Stands for the id until the first deployment gives one: UnknownID in sdk/go/common/providers/reference.go in pulumi/pulumi.
    private const string UnknownId = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    /// <summary>How a resource refers to it: by URN and id.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="project">The project's name.</param>
    /// <param name="type">The type of the resource, which begins with the package.</param>
    /// <param name="version">The version that the package's SDK asks for, if it does.</param>
    public static string Reference(string stack, string project, string type, string? version) =>
        $"urn:pulumi:{stack}::{project}::pulumi:providers:{type.Split(':')[0]}::{Name(version)}::{UnknownId}";

    // As pkg/resource/deploy/providers/provider.go in pulumi/pulumi has it. A hyphen separates only once: an identifier may have more.
    private static string Name(string? version)
    {
        if (string.IsNullOrEmpty(version))
            return "default";

        var halves = version.Split('+', 2);
        return $"default_{string.Join('_', [.. halves[0].Split('-', 2), .. halves[1..]]).Replace('.', '_')}";
    }
}
