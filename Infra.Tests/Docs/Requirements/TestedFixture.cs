namespace Infra.Tests.Docs.Requirements;

/// <summary>A fixture with tests of a requirement.</summary>
/// <param name="Type">The fixture.</param>
/// <param name="Cases">How many of its test cases name the requirement.</param>
/// <param name="Live">How many of these start real processes.</param>
internal sealed record TestedFixture(Type Type, int Cases, int Live)
{
    private static readonly string Project = typeof(TestedFixture).Assembly.GetName().Name!;

    /// <summary>Where it is in the repository: folders are namespaces.</summary>
    public string File => $"{Project}/{Type.FullName![(Project.Length + 1)..].Replace('.', '/')}.cs";
}
