using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.Report;

/// <summary>What tests of evidence have in common: the stack dev that it is of, and a folder for its files.</summary>
internal abstract class EvidenceTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("infra-evidence-").FullName;

    /// <summary>The stack.</summary>
    protected ResourceGraph Dev { get; private set; } = null!;

    /// <summary>What its plan is known by.</summary>
    protected string Plan => PlanHash.Of(Dev);

    [OneTimeSetUp]
    public async Task PlanAsync() => Dev = await Graphs.Of("dev");

    [OneTimeTearDown]
    public void Tidy() => Directory.Delete(_folder, recursive: true);

    /// <summary>A file that is not there.</summary>
    protected string Missing => Path.Combine(_folder, "missing.json");

    /// <summary>A new file.</summary>
    protected string Written(string content)
    {
        var file = Path.Combine(_folder, Path.GetRandomFileName());
        File.WriteAllText(file, content);
        return file;
    }
}
