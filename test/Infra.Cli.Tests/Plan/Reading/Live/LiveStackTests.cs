using Infra.Cli.Checks;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Plan.Graph;
using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Plan.Reading.Live;

/// <summary>What nobody touched passes, however the provider writes it down.</summary>
public sealed class LiveStackTests
{
    private static readonly Dictionary<string, Func<LiveStack, LiveStack>> Forms = new()
    {
        ["inputs of the program"] = stack => stack,
        ["inputs as read"] = stack => stack.WithInputsOfAll(),
    };

    // What AWS fills in, or says in another way, where the emulator says nothing; and what scaling does.
    private static readonly Dictionary<string, Func<LiveStack, LiveStack>> OwnDoings = new()
    {
        ["a single group by weight too"] = stack => stack.Show("web-https", "defaultActions.0.forward", Map(
            ("stickiness", Map(("enabled", false), ("duration", 0d))),
            ("targetGroups", List(Map(
                ("arn", stack.Graph.Named("web-https").Text("defaultActions.0.targetGroupArn")!), ("weight", 1d)))))),
        ["no certificates of visitors"] = stack => stack.Show("web-https", "mutualAuthentication", Map(
            ("mode", "off"), ("trustStoreArn", ""), ("ignoreClientCertificateExpiry", false), ("advertiseTrustStoreCaNames", ""))),
        ["health of the group as ever"] = stack => stack.Show("web-servers", "targetGroupHealth", Map(
            ("dnsFailover", Map(("minimumHealthyTargetsCount", "1"), ("minimumHealthyTargetsPercentage", "off"))),
            ("unhealthyStateRouting", Map(("minimumHealthyTargetsCount", 1d), ("minimumHealthyTargetsPercentage", "off"))))),
        ["zones as ever"] = stack => stack.Show(
            "fleet-group", "availabilityZoneDistribution", Map(("capacityDistributionStrategy", "balanced-best-effort"))),
        ["reservations as ever"] = stack => stack.Show(
            "fleet-group", "capacityReservationSpecification", Map(("capacityReservationPreference", "default"))),
        ["hardware as ever"] = stack => stack.Show("fleet-launch-template", "placement", Map(
            ("tenancy", "default"), ("affinity", ""), ("groupName", ""), ("partitionNumber", 0d))),
        ["three servers by scaling"] = stack => stack.Show("fleet-group", "desiredCapacity", 3d),
        ["where requests come from"] = stack => stack.Show("fleet-group", "trafficSources", List(Map(
            ("identifier", stack.Graph.Nodes.Single(node => node.Name == "web-servers").Id!), ("type", "elbv2")))),
        ["a certificate that renews"] = stack => stack.Show("cert-issued", "notAfter", "2030-01-01T00:00:00Z"),
        ["the route within the VPC"] = stack => stack.Append(
            "net-private-a-routes", "routes", Map(("cidrBlock", "10.0.0.0/16"), ("gatewayId", "local"))),
    };

    private static IEnumerable<TestCaseData> Doings =>
        from doing in OwnDoings.Keys
        from form in new[] { "outputs only", "inputs and outputs" }
        select new TestCaseData(doing, form == "inputs and outputs") { TestName = $"{{m}}({doing}, {form})" };

    private static IEnumerable<TestCaseData> Cases =>
        from stack in PlanVariants.Stacks
        from form in Forms.Keys
        select new TestCaseData(stack, form) { TestName = $"{{m}}({stack}, {form})" };

    private static IEnumerable<TestCaseData> Settings =>
        PlanVariants.Cases.Select(given => new TestCaseData(given.Arguments) { TestName = given.TestName });

    [TestCaseSource(nameof(Cases))]
    public void State_ThatNobodyTouched_IsJudgedAsTheStack(string stack, string form)
    {
        var recorded = PlanVariants.Of(stack, "").Single();
        var read = EverythingSaid.Read(new EngineFiles(Forms[form](LiveStack.Of(recorded)).Graph).Export());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.HandChanges.SelectMany(change => change.Inputs.Select(input => $"{change.Name} {input}")), Is.Empty);
            Assert.That(read.Nodes.Where(node => node.IsAddedByHand).Select(node => node.Name), Is.Empty);
            Assert.That(Outcomes(read).Except(Outcomes(recorded)), Is.Empty);
        }
    }

    [TestCaseSource(nameof(Doings))]
    public void State_ThatAwsFilledIn_IsJudgedAsTheStack(string doing, bool isInInputs)
    {
        var recorded = PlanVariants.Of("prod", "").Single();
        var live = OwnDoings[doing](LiveStack.Of(recorded));
        var read = EverythingSaid.Read(new EngineFiles((isInInputs ? live.WithInputsOfChanges() : live).Graph).Export());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.HandChanges.SelectMany(change => change.Inputs.Select(input => $"{change.Name} {input}")), Is.Empty);
            Assert.That(read.Nodes.Where(node => node.IsAddedByHand).Select(node => node.Name), Is.Empty);
            Assert.That(Outcomes(read).Except(Outcomes(recorded)), Is.Empty);
        }
    }

    [TestCaseSource(nameof(Settings))]
    [Category("Wide")]
    public void Variant_ThatNobodyTouched_HasNoChange(string stack, string setting)
    {
        foreach (var recorded in PlanVariants.Of(stack, setting))
        {
            var read = EverythingSaid.Read(new EngineFiles(LiveStack.Of(recorded).Graph).Export(), Path.GetTempPath());

            Assert.That(read.HandChanges.SelectMany(change => change.Inputs.Select(input => $"{change.Name} {input}")), Is.Empty);
            Assert.That(read.Nodes.Where(node => node.IsAddedByHand).Select(node => node.Name), Is.Empty);
        }
    }

    private static IEnumerable<string> Outcomes(ResourceGraph graph) =>
        from result in CheckReport.Of(graph, WaiverFile.OfTheDesign()).Results
        from finding in result.Findings
        select $"{result.Control.Id}: {finding.Resource.Name} {finding.Outcome}";
}
