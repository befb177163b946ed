using Infra.Tests.Support;

namespace Infra.Cli.Tests.BadInput;

/// <summary>Every row of <see cref="BadValues"/>, through the command line.</summary>
internal sealed class BadValueTests
{
    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject() => _project = new();

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [TestCaseSource(nameof(Rows))]
    public async Task Value_ThatASettingDoesNotTake_IsOneMessage(BadValue bad)
    {
        _project.With("Pulumi.s.yaml", StackFile.With(bad.Key, bad.Yaml));

        await Refusal.AssertAsync(_project, $"Pulumi.s.yaml is not valid (1 problem):\n  {bad.Message}", "preview", "s");
    }

    private static IEnumerable<TestCaseData> Rows() =>
        BadValues.All.Select(bad => Guarding(new TestCaseData(bad).SetArgDisplayNames(bad.ToString()), bad.Key));

    // What a requirement rests on.
    private static TestCaseData Guarding(TestCaseData row, string key) => key switch
    {
        "tlsPolicy" => row.SetProperty(RequirementAttribute.PropertyName, "R3"),
        "tlsMode" => row.SetProperty(RequirementAttribute.PropertyName, "R4"),
        "healthCheckPath" or "healthCheckInterval" or "healthCheckTimeout" => row.SetProperty(RequirementAttribute.PropertyName, "R5"),
        "bootBudget" => row.SetProperty(RequirementAttribute.PropertyName, "R6"),
        "minServers" or "maxServers" or "deregistrationDelay" => row.SetProperty(RequirementAttribute.PropertyName, "R8"),
        _ => row,
    };
}
