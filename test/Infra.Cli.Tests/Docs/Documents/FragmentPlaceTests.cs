using System.Text.RegularExpressions;

namespace Infra.Cli.Tests.Docs.Documents;

/// <summary>
/// What 'infra docs' writes stands where it is meant to. A document whose markers are gone would be fresh for ever, whatever it says.
/// </summary>
public sealed partial class FragmentPlaceTests
{
    private static readonly Dictionary<string, string[]> Places = new()
    {
        ["commands-deploy"] = ["README.md"],
        ["commands-first"] = ["README.md"],
        ["cost-table"] = ["README.md", "docs/design.md", "docs/presentation-final.md"],
        ["counts"] = ["docs/design.md", "docs/presentation-final.md"],
        ["drawing"] = ["README.md", "docs/design.md"],
        ["drawing-slide"] = ["docs/presentation-final.md", "docs/presentation-interim.md"],
        ["drawings"] = ["docs/architecture.md"],
        ["expected-times"] = ["README.md", "docs/architecture.md", "docs/design.md", "docs/presentation-final.md"],
        ["operations-slide"] = ["docs/presentation-final.md"],
        ["timeline-slide"] = ["docs/presentation-final.md"],
        ["waivers"] = ["docs/design.md"],
    };

    private static readonly ILookup<string, string> Found = (
        from document in DocumentFile.Names
        from marker in Marker().Matches(DocumentFile.Load(document).Text)
        select (document, fragment: marker.Groups["name"].Value)).ToLookup(found => found.fragment, found => found.document);

    private static IEnumerable<string> Fragments => DocumentFragments.All.Keys;

    [TestCaseSource(nameof(Fragments))]
    public void Fragment_StandsInTheDocumentsThatAreMeantToHaveIt(string fragment) =>
        Assert.That(Found[fragment], Is.EquivalentTo(Places[fragment]));

    [Test]
    public void Marker_OfADocument_NamesAFragmentThatThereIs() =>
        Assert.That(Found.Select(found => found.Key).Except(DocumentFragments.All.Keys), Is.Empty);

    [GeneratedRegex("^<!-- generated: (?<name>.+) -->$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Marker();
}
