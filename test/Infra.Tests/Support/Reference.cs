namespace Infra.Tests.Support;

/// <summary>
/// The settings and the site that tests and documents are about: the project's files as delivered. Those at the root are the customer's
/// to change, and no test asks for what they say.
/// </summary>
public static class Reference
{
    /// <summary>The directory with its <c>Pulumi.yaml</c>, <c>Pulumi.dev.yaml</c>, <c>Pulumi.prod.yaml</c> and <c>site/</c>.</summary>
    public static string Root { get; } = Path.Combine(Repository.Root, "test", "Infra.Tests", "Reference");
}
