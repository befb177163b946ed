using System.Text.RegularExpressions;
using Infra.Cli.Tests.BadInput;
using Infra.Cli.Tests.Docs.Documents;
using Infra.Cli.Tests.Roles;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Docs;

public sealed partial class OperationsGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));

    [Test]
    public void Guide_Always_NamesEveryVariableOfTheWorkflows()
    {
        var used = Workflow.All.SelectMany(workflow => Variable().Matches(workflow.Text)).Select(match => match.Groups[1].Value).Distinct();

        Assert.That(used, Is.EquivalentTo(TableRow().Matches(Guide).Select(match => match.Groups[1].Value)));
    }

    // With the values of the guide itself, but for the key's ARN, which AWS makes. It names a region, in which a stack need not be.
    [Test]
    public async Task Guide_Always_GivesTheRolesAllThatTheyNeed()
    {
        using var project = new TemporaryProject().With("Pulumi.dev.yaml", StackFile.With("permissionsBoundary", "infra-dev-boundary"));
        var values = Assignment().Matches(Guide).DistinctBy(match => match.Groups[1].Value)
            .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        values["STATE_KEY"] = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
        var written = DocumentedCommand.In(new("operations.md", Guide)).Single(command => command.InfraArguments is ["roles", ..]);
        var arguments = written.InfraArguments!
            .Select(argument => Use().Replace(argument, match => values[match.Groups[1].Value])).ToArray();

        var run = await Invocation.Of(project.Root, arguments);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(File.Exists(Path.Combine(project.Root, "roles", "dev", "read.json")));
    }

    // Denied for these tags, the roles would have to be able to decrypt with it all the same.
    [Test]
    public async Task Guide_Always_TagsTheStatesKeyAsTheRolesAreTestedWith()
    {
        var tags = new DeploymentRequests(await DeployRole.Of(DeployRole.Dev)).StatesTags;

        Assert.That(tags.Where(tag => !Guide.Contains($"TagKey={tag.Key},TagValue={tag.Value}", StringComparison.Ordinal)), Is.Empty);
    }

    [GeneratedRegex(@"vars\.(\w+)")]
    private static partial Regex Variable();

    [GeneratedRegex("^\\| `([A-Z_]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"\b([A-Z_]+)=([a-z0-9-]+)")]
    private static partial Regex Assignment();

    [GeneratedRegex(@"\$([A-Z_]+)")]
    private static partial Regex Use();
}
