namespace Infra.Cli.Tests.BadInput;

/// <summary>What one command refuses, all that show a stack do, with the same message and before they write or start anything.</summary>
internal sealed class EveryCommandTests
{
    private static readonly string[][] Commands =
    [
        ["preview", "s"], ["preview", "s", "--json"],
        ["check", "s"], ["check", "s", "--json"], ["check", "s", "--sarif"],
        ["cost", "s"], ["cost", "s", "--json"], ["cost", "good", "--compare", "s"],
        ["diagram", "s"], ["diagram", "s", "--output", "s.svg"], ["diagram", "s", "--check", "s.svg"],
        ["diff", "s", "--against", "HEAD"], ["diff", "s", "--format", "markdown"],
        ["rehearse", "s", "--fast"], ["rehearse", "s", "--drill", "--json"], ["rehearse", "s"],
    ];

    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject() => _project = new TemporaryProject().With("Pulumi.good.yaml", StackFile.And(""));

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [TestCaseSource(nameof(Commands))]
    public async Task Setting_ThatIsWrong_IsOneMessage(params string[] command)
    {
        _project.With("Pulumi.s.yaml", StackFile.With("maxServers", "4"));

        await Refusal.AssertAsync(_project,
            """
            Pulumi.s.yaml is not valid (1 problem):
              infra:maxServers must be a whole number from 1 to 3 (the customer's limit of three servers), got 4: set it to 3
            """, command);
    }

    [TestCaseSource(nameof(Commands))]
    public async Task StackFile_ThatIsBroken_IsOneMessage(params string[] command)
    {
        _project.With("Pulumi.s.yaml", "- a\n");

        await Refusal.AssertAsync(_project, "Pulumi.s.yaml must be one YAML mapping: restore it from git", command);
    }

    [TestCaseSource(nameof(Commands))]
    public async Task Site_ThatIsNotThere_IsOneMessage(params string[] command)
    {
        _project.With("Pulumi.s.yaml", StackFile.With("siteDirectory", "nope"));

        await Refusal.AssertAsync(_project,
            """
            Pulumi.s.yaml is not valid (1 problem):
              infra:siteDirectory must be a folder of the project, got nope, which is not there: create it, or name the folder of the site
            """, command);
    }
}
