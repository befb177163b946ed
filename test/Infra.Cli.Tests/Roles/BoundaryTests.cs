using System.Text.Json;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Tests.Docs;
using Infra.Settings;
using Infra.Settings.Reading;
using Infra.Tests.Settings;

namespace Infra.Cli.Tests.Roles;

/// <summary>The boundary of the roles that a stack makes: as wide as they are with any setting, and no wider.</summary>
internal sealed class BoundaryTests
{
    private const string Key = "ec2:SourceInstanceARN";

    private static IEnumerable<string> Stacks => DeployRole.All;

    // The ends of each range and each word, on a stack that has everything; what contradicts its other settings is no plan.
    private static IEnumerable<string> Choices => SettingsCatalogue.All
        .SelectMany(setting => ValidValues.Of(setting).Select(value => $"{setting.Key}={value}"))
        .Where(choice => choice != $"siteDirectory={SiteTopic.Directory.Example}");

    [TestCaseSource(nameof(Stacks))]
    public async Task Permission_OfARoleOfTheStack_IsWithinTheBoundary(string stack)
    {
        var role = await DeployRole.Of(stack);

        AssertWithin(role, role.Graph);
    }

    [Test]
    public async Task Permission_WithAnySetting_IsWithinTheBoundary()
    {
        var role = await DeployRole.Of(DeployRole.Prod);
        var tried = 0;
        foreach (var choice in Choices)
        {
            try
            {
                AssertWithin(role, await Graphs.Of(DeployRole.Prod, choice));
                tried++;
            }
            catch (InvalidSettingsException)
            {
            }
        }

        Assert.That(tried, Is.GreaterThan(40));
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task Statement_OfTheBoundary_IsNeededByARole(string stack)
    {
        var role = await DeployRole.Of(stack);
        var requests = RequestsOf(role, role.Graph).ToList();
        var unused = role.StatementsOf("boundary")
            .SelectMany(statement => statement.Actions.Select(action => (statement.Sid, action)))
            .Where(one => requests.All(request => request.Action != one.action));

        Assert.That(unused, Is.Empty);
    }

    // The role has every right by then, and its trust policy names whomever the attacker likes.
    [TestCaseSource(nameof(Stacks))]
    public async Task Credentials_ThatNoInstanceHas_AreGoodForNothingOfTheServers(string stack)
    {
        var role = await DeployRole.Of(stack);
        var requests = RequestsOf(role, role.Graph).Where(request => request.Context.ContainsKey(Key)).ToList();
        var stolen = requests.Select(request => request with { Context = request.Context.Remove(Key) })
            .Concat(requests.Select(request => request.With(Key, "arn:aws:ec2:eu-west-1:210987654321:instance/i-1")));

        Assert.That(requests, Is.Not.Empty);
        Assert.That(stolen.Where(request => IamEvaluator.Allows(role.StatementsOf("boundary"), request)), Is.Empty);
    }

    private static void AssertWithin(DeployRole role, ResourceGraph graph)
    {
        var boundary = role.StatementsOf("boundary");
        var requests = RequestsOf(role, graph).ToList();

        Assert.That(requests, Has.Count.GreaterThan(10));
        Assert.That(requests.Where(request => !IamEvaluator.Allows(boundary, request)), Is.Empty);
    }

    // What the policies of the stack's own roles allow, of servers as an instance asks it.
    private static IEnumerable<IamRequest> RequestsOf(DeployRole role, ResourceGraph graph) =>
        from policy in graph.OfType(TypeToken.IamPolicy)
        from statement in JsonDocument.Parse(policy.Text("policy")!).RootElement.GetProperty("Statement").EnumerateArray()
        from action in DeployRole.Texts(statement.GetProperty("Action"))
        from resource in DeployRole.Texts(statement.GetProperty("Resource"))
        let request = new IamRequest(action, resource).With("aws:RequestedRegion", graph.Region)
        select policy.Name == "net-flow-logs-policy"
            ? request
            : action == "kms:Decrypt" ? request.With("kms:ViaService", ServiceOf(statement))
            : request.With(Key, $"arn:{role.Partition}:ec2:{graph.Region}:{Synthetic.AccountId}:instance/i-1");

    // A service that keeps secrets asks for it in the server's name, and not the instance.
    private static string ServiceOf(JsonElement statement) =>
        DeployRole.Texts(statement.GetProperty("Condition").GetProperty("StringEquals").GetProperty("kms:ViaService"))[0];
}
