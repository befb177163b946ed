using System.Text.Json.Nodes;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Reading;

/// <summary>What a real engine writes beside a whole stack: of failures, words that are no JSON, stacks with nothing in them.</summary>
public sealed class RealEngineTests
{
    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string Installing = "Installing policy pack acme-iam 0.0.7...\nFinished installing policy pack\n\n";
    private const string Written = "\nUpdate plan written to 'plan.txt'\n";

    private static readonly string[] Commands = ["preview", "check", "cost", "diagram", "rehearse"];

    // The engine writes its summary after a failure too, and what was to come after that is not there.
    [PlainCase("""{"diagnosticEvent":{"message":"<{%fg 1%}>it failed<{%reset%}>\n","color":"raw","severity":"error"}}""", "it failed")]
    [PlainCase("""{"resOpFailedEvent":{"metadata":{"op":"create","urn":"urn:pulumi:dev::infra::a:b:C::d"},"status":2}}""", "a:b:C::d")]
    [PlainCase("""{"errorEvent":{"error":"it broke"}}""", "it broke")]
    public async Task Events_OfWhatFailed_AreRefused(string happened, string message)
    {
        var failure = JsonNode.Parse(happened)!;
        (failure["sequence"], failure["timestamp"]) = (999, 1_764_000_000);
        var lines = EngineFiles.Dev.Events(isPreview: true).TrimEnd().Split('\n').ToList();
        lines.Insert(lines.Count - 2, failure.ToJsonString());

        var run = await Piped.Of(string.Join('\n', lines), "check");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Match($@"but is of a preview or a deployment that failed \([^(]*{message}\): make it again\n$"));
    }

    // https://github.com/pulumi/pulumi/issues/19775 and https://github.com/pulumi/pulumi/issues/11453.
    [PlainCase("first preview", Installing, "")]
    [PlainCase("first preview", "", Written)]
    [PlainCase("preview of no change", "warning: a newer Pulumi is there\r\n", Written)]
    [PlainCase("events of a deployment", Installing, "")]
    [PlainCase("export", Installing, "")]
    public async Task WordsBesideTheJson_AreNotRead(string kind, string before, string after)
    {
        var text = EngineFiles.Kinds[kind](EngineFiles.Dev);

        Assert.That(await Piped.Of(before + text + after, "check"), Is.EqualTo(await Piped.Of(text, "check")));
    }

    [Test]
    public async Task BrokenJson_AfterAForeword_IsSaidByItsLine()
    {
        var run = await Piped.Of($"{Installing}{{\n\"steps\": oops}}", "check");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((2, run.Error)));
        Assert.That(run.Error, Does.EndWith("but is no JSON from line 5 on: make it again\n"));
    }

    [PlainCase("""{"version": 3, "deployment": null}""")]
    [PlainCase("""{"version": 3, "deployment": {"manifest": {"time": "0001-01-01T00:00:00Z"}, "metadata": {}}}""")]
    public async Task Stack_ThatIsNotDeployed_IsSaidToBe(string state)
    {
        foreach (var command in Commands)
        {
            var run = await Piped.Of(state, command);

            Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
            Assert.That(run.Error, Does.EndWith(
                "but has a state without resources, since nothing of the stack is deployed: make it again\n"));
        }
    }

    // All controls but two have nothing to look at there, and would pass.
    [TestCase]
    [TestCase("random:index/randomPet:RandomPet")]
    public async Task Stack_WithNothingOfOurs_IsRefused(params string[] others)
    {
        var resources = others.Prepend("pulumi:pulumi:Stack").Select(type => new JsonObject
        {
            ["urn"] = $"urn:pulumi:dev::infra::{type}::one",
            ["type"] = type,
            ["custom"] = type != "pulumi:pulumi:Stack",
            ["id"] = "one",
        });
        var state = new JsonObject { ["deployment"] = new JsonObject { ["resources"] = new JsonArray([.. resources]) } };
        foreach (var command in Commands)
        {
            var run = await Piped.Of(state.ToJsonString(), command);

            Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
            Assert.That(run.Error, Does.EndWith(
                "standard input must hold a stack of this program, but has none of its resources: name another file\n"));
        }
    }

    // sdk/go/common/apitype/core.go in pulumi/pulumi: OperationV2.
    [Test]
    public async Task Operation_ThatWasBrokenOff_IsNamed()
    {
        var state = JsonNode.Parse(EngineFiles.Dev.Export())!;
        var resources = state["deployment"]!["resources"]!.AsArray();
        var group = resources.Single(one => one!["urn"]!.GetValue<string>().EndsWith("::fleet-group"))!;
        resources.Remove(group);
        state["deployment"]!["pending_operations"] =
            new JsonArray(new JsonObject { ["resource"] = group.DeepClone(), ["type"] = "creating" }, 5, new JsonObject());

        var run = await Piped.Of(state.ToJsonString(), "check");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain(
            "left alone: 1 (aws:autoscaling/group:Group fleet-group is not known for sure: a deployment broke off while creating it)"));
    }

    // sdk/go/common/apitype/property-values.json in pulumi/pulumi.
    [PlainCase("\"2\"")]
    [TestCase("2")]
    public async Task WholeNumber_ThatIsSignedAsOne_IsANumber(string value)
    {
        var state = JsonNode.Parse(EngineFiles.Dev.Export())!;
        var group = state["deployment"]!["resources"]!.AsArray().Single(one => one!["urn"]!.GetValue<string>().EndsWith("::fleet-group"))!;
        foreach (var side in new[] { "inputs", "outputs" })
            group[side]!["maxSize"] = JsonNode.Parse($$"""{"{{Signature}}": "7eb310220ed6211bd6f147f2a75bfbb6", "value": {{value}}}""");
        var signed = await Piped.Of(state.ToJsonString(), "preview", "--json");
        foreach (var side in new[] { "inputs", "outputs" })
            group[side]!["maxSize"] = 2;

        Assert.That(signed.Out, Is.EqualTo((await Piped.Of(state.ToJsonString(), "preview", "--json")).Out));
    }

    // Each is a parent of the next: a program that looks at all ancestors of each would not come to an end.
    [Test]
    [Category("Wide")]
    public async Task State_WithMoreResourcesThanAnyStack_IsRefused()
    {
        const string Urn = "urn:pulumi:dev::infra::infra:a:A::";
        var resources = Enumerable.Range(1, 100_000).Select(number =>
            $$"""{"urn": "{{Urn}}{{number}}", "type": "infra:a:A", "custom": false, "parent": "{{Urn}}{{number - 1}}"}""");
        var file = $$$"""{"version": 3, "deployment": {"resources": [{{{string.Join(',', resources)}}}]}}""";

        var run = await Piped.Of(file, "check");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain("but has more resources than any stack: "));
    }
}
