using System.Xml.Linq;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Layering;

/// <summary>Whoever edits the program builds and tests the program alone.</summary>
public sealed class ProjectReferenceTests
{
    [TestCase("Infra")]
    [TestCase("Infra.Cli", "Infra")]
    [TestCase("Infra.Tests", "Infra")]
    [TestCase("Infra.Package", "Infra")]
    public void Project_OfOurs_NeedsOnly(string project, params string[] needed)
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, project, $"{project}.csproj"));
        var references = file.Descendants("ProjectReference").Select(reference => reference.Attribute("Include")!.Value);

        Assert.That(references.Select(Path.GetFileNameWithoutExtension), Is.EquivalentTo(needed));
        Assert.That(file.Descendants("Compile"), Is.Empty, "it compiles no files of other folders");
    }
}
