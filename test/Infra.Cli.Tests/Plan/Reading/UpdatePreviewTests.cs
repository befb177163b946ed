using System.Text.Json.Nodes;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.Plan.Reading;

/// <summary>Previews that are not of all there will be, or of what is there and changes.</summary>
internal sealed class UpdatePreviewTests
{
    [Test]
    public async Task PreviewWithoutWhatStays_IsRefused()
    {
        var preview = JsonNode.Parse(EngineFiles.Dev.UpdatePreview("fleet-launch-template"))!;
        var steps = preview["steps"]!.AsArray();
        foreach (var same in steps.Where(step => step!["op"]!.GetValue<string>() == "same").Skip(1).ToList())
            steps.Remove(same);

        Assert.That(await Piped.Of(preview.ToJsonString(), "check"), Is.EqualTo(new Invocation(2, "",
            "standard input must hold the whole stack, but has 2 resources and leaves out 111 that do not change: "
            + "make it with 'pulumi preview --json --show-sames'\n")));
    }

    [Test]
    public async Task PreviewOfAFailedProgram_IsRefused()
    {
        var preview = JsonNode.Parse(EngineFiles.Dev.FirstPreview())!;
        preview["diagnostics"]!.AsArray().Add(new JsonObject { ["severity"] = "error", ["message"] = "it failed\nhere" });

        var run = await Piped.Of(preview.ToJsonString(), "check");

        Assert.That(run.Error, Does.Contain("but is of a preview that failed (it failed\\u000ahere): "));
    }

    // A changed launch template has another version once it is there; whoever starts servers by it is to be judged then.
    [Test]
    public void OutputThatAnUpdateChanges_IsNotKnown()
    {
        var graph = EverythingSaid.Read(EngineFiles.Dev.UpdatePreview("fleet-launch-template"));
        var template = graph.Nodes.Single(node => node.Name == "fleet-launch-template");
        var unchanged = EverythingSaid.Read(EngineFiles.Dev.UpdatePreview()).Nodes.Single(node => node.Name == "fleet-launch-template");

        Assert.That(template.FindOutput("latestVersion"), Is.InstanceOf<UnknownValue>());
        Assert.That(template.Id, Is.EqualTo(unchanged.Id));
        Assert.That(unchanged.FindOutput("latestVersion"), Is.EqualTo(1));
    }

    // Whatever a deletion shows as new is gone; what is replaced gets another id than it has.
    [TestCase("delete")]
    [TestCase("delete-replaced")]
    [TestCase("discard")]
    public void Step_ThatEndsOrReplaces_LeavesWhatThereWillBe(string ending)
    {
        var preview = JsonNode.Parse(EngineFiles.Dev.UpdatePreview())!;
        var steps = preview["steps"]!.AsArray().Select(step => step!.AsObject())
            .ToDictionary(step => step["urn"]!.GetValue<string>().Split("::")[^1]);
        steps["watch-slow-responses"]["op"] = ending;
        steps["web-servers"]["op"] = "replace";
        steps["web-servers"]["newState"]!.AsObject().Remove("id");
        preview["changeSummary"]!["same"] = steps.Count - 2;
        var before = steps["web-servers"]["oldState"]!["id"]!.GetValue<string>();

        var graph = EverythingSaid.Read(preview.ToJsonString());
        Assert.That(graph.Nodes.Select(node => node.Name), Has.No.Member("watch-slow-responses").And.Member("web-servers"));
        Assert.That(graph.StandIns.ShownIn(graph.Nodes.Single(node => node.Name == "web-servers").Id!), Is.EqualTo("\u2013"));
        Assert.That(before, Does.StartWith("arn:"));
    }
}
