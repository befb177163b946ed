using System.Text.Json;
using Infra.Cli.Roles;

namespace Infra.Cli.Tests.Roles;

internal sealed class PolicyTemplateTests
{
    private const string TrustDeploy = "trust-deploy";

    [Test]
    public void Value_OfAnyText_ArrivesAsItIs()
    {
        const string Odd = "\"}],\\<region>\n";
        var document = PolicyTemplate.Fill(TrustDeploy, Values(repository: Odd));

        var read = JsonDocument.Parse(document.ToJsonString()).RootElement.GetProperty("Statement")[0];
        Assert.That(
            read.GetProperty("Condition").GetProperty("StringEquals").GetProperty("token.actions.githubusercontent.com:sub").GetString(),
            Is.EqualTo($"repo:{Odd}:environment:dev"));
    }

    [Test]
    public void Placeholder_WithoutAValue_IsAFaultOfTheProgram() =>
        Assert.That(
            () => PolicyTemplate.Fill(TrustDeploy, new Dictionary<string, string>()),
            Throws.InvalidOperationException.With.Message.EqualTo("nothing fills in <partition>"));

    private static Dictionary<string, string> Values(string repository) => new()
    {
        ["<partition>"] = "aws",
        ["<account>"] = "123456789012",
        ["<repository>"] = repository,
        ["<environment>"] = "dev",
    };
}
