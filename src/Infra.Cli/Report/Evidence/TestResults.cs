using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Infra.Cli.Shell;

namespace Infra.Cli.Report.Evidence;

/// <summary>Reads the results that NUnit writes, which alone have the requirements that tests name.</summary>
/// <remarks>
/// The format is that of https://docs.nunit.org/articles/nunit/technical-notes/usage/Test-Result-XML-Format.html; the adapter writes it
/// where <c>NUnit.TestOutputXml</c> names a folder.
/// </remarks>
internal static class TestResults
{
    private const string Requirement = "Requirement";

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <exception cref="InvalidUsageException">They are none; the file's name is still to come before.</exception>
    public static TestEvidence Read(byte[] xml, string file, TestProjects projects, EvidenceAge age)
    {
        var run = Parse(xml);
        if (run.Name != "test-run" || StartOf(run) is not { } start)
        {
            throw new InvalidUsageException(
                "must be the XML of a test run of NUnit, with its start-time: run 'dotnet test -- NUnit.TestOutputXml=FOLDER'");
        }

        var (all, byRequirement) = (TestCounts.None, new Dictionary<string, TestCounts>(StringComparer.Ordinal));
        foreach (var test in run.Descendants().Where(HasResult))
        {
            var result = test.Attribute("result")?.Value;
            all = all.With(result);
            foreach (var id in RequirementsOf(test))
                byRequirement[id] = byRequirement.GetValueOrDefault(id, TestCounts.None).With(result);
        }

        if (byRequirement.Count == 0)
            throw new InvalidUsageException($"must have tests that name a {Requirement}, and none of its {all.Sum} does: leave it out");
        if (Contradiction(run) is { } contradiction)
            throw new InvalidUsageException($"contradicts itself: {contradiction}. It was changed since, or cut off: make it again");

        var suite = SuiteOf(run);
        var stale = projects.Has(suite) ? age.StaleOfTests(start) : "the program has no project of that name";
        return new(file, suite, start, stale, all, byRequirement);
    }

    // A fixture can also fail when its tests are over, which no test of it tells.
    private static bool HasResult(XElement element) =>
        element.Name == "test-case" || (element.Name == "test-suite" && element.Attribute("site")?.Value == "TearDown");

    // NUnit counts in the root what is below it.
    private static string? Contradiction(XElement run)
    {
        foreach (var (name, result) in (ReadOnlySpan<(string, string)>)[("passed", "Passed"), ("failed", "Failed")])
        {
            var count = run.Descendants("test-case").Count(test => test.Attribute("result")?.Value == result);
            if (run.Attribute(name)?.Value is { } said && said != count.ToString(CultureInfo.InvariantCulture))
                return string.Create(CultureInfo.InvariantCulture, $"it says that {LegibleText.Of(said)} {name}, and has {count}");
        }

        return null;
    }

    private static XElement Parse(byte[] xml)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(xml), Settings);
            return XDocument.Load(reader).Root!;
        }
        catch (XmlException strange)
        {
            throw new InvalidUsageException($"must be XML, and is not: {LegibleText.Of(strange.Message)} Make it again");
        }
    }

    private static DateTimeOffset? StartOf(XElement run) =>
        DateTimeOffset.TryParse(
            run.Attribute("start-time")?.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start)
            ? start
            : null;

    private static string SuiteOf(XElement run) =>
        LegibleText.Of(run.Elements("test-suite").FirstOrDefault()?.Attribute("name")?.Value ?? "tests");

    // A fixture's hold for all of its tests.
    private static IEnumerable<string> RequirementsOf(XElement test) =>
        test.AncestorsAndSelf()
            .SelectMany(element => element.Elements("properties").Elements("property"))
            .Where(property => property.Attribute("name")?.Value == Requirement)
            .Select(property => property.Attribute("value")?.Value)
            .OfType<string>()
            .Distinct();
}
