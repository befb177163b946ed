namespace Infra.Cli.Tests.Docs.Requirements;

/// <summary>A fixture with tests of a requirement.</summary>
/// <param name="Type">The fixture.</param>
/// <param name="Cases">How many of its test cases name the requirement.</param>
/// <param name="Live">How many of these start real processes.</param>
internal sealed record TestedFixture(Type Type, int Cases, int Live)
{
    /// <summary>What it is called; one that is run with several types has one name.</summary>
    public string Name => Type.Name.Split('`')[0];

    /// <summary>Where it is in the repository: folders are namespaces.</summary>
    public string File => $"test/{Project}/{Type.Namespace![(Project.Length + 1)..].Replace('.', '/')}/{Name}.cs";

    private string Project => Type.Assembly.GetName().Name!;
}
