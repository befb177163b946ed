using System.Xml.Linq;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Layering;

/// <summary>Whoever edits the program builds and tests the program alone.</summary>
public sealed class ProjectReferenceTests
{
    [TestCase("src/Infra")]
    [TestCase("src/Infra.Cli", "Infra")]
    [TestCase("src/Infra.Package", "Infra")]
    [TestCase("test/Infra.Tests", "Infra")]
    public void Project_OfOurs_NeedsOnly(string project, params string[] needed)
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, project, $"{Path.GetFileName(project)}.csproj"));
        var references = file.Descendants("ProjectReference").Select(reference => reference.Attribute("Include")!.Value);

        Assert.That(references.Select(Path.GetFileNameWithoutExtension), Is.EquivalentTo(needed));
        Assert.That(file.Descendants("Compile"), Is.Empty, "it compiles no files of other folders");
    }
}
