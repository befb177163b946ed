using Infra.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Tests.Docs;

/// <summary>One workflow of <c>.github/workflows</c>.</summary>
internal sealed record Workflow(string Name, string Text, YamlMappingNode Root)
{
    // A copy may have others.
    private static readonly string[] Delivered = ["audit", "ci", "deploy", "deploy-stack", "drift", "preview", "release", "stacks"];

    public static IReadOnlyList<Workflow> All { get; } =
        [.. Delivered.Select(name => Read(Path.Combine(Repository.Root, ".github", "workflows", $"{name}.yml")))];

    public IEnumerable<string> Triggers => Root["on"] is YamlMappingNode triggers ? triggers.Children.Keys.Select(Of) : [Of(Root["on"])];

    public IEnumerable<WorkflowJob> Jobs =>
        ((YamlMappingNode)Root["jobs"]).Children.Select(job => new WorkflowJob(Name, Of(job.Key), (YamlMappingNode)job.Value));

    /// <summary>Whether other workflows call it, and nothing else starts it.</summary>
    public bool IsCalled => Triggers.SequenceEqual(["workflow_call"]);

    /// <summary>What a caller has to hand over.</summary>
    public IEnumerable<string> Inputs => Keys("inputs");

    /// <summary>What a caller gets back.</summary>
    public IEnumerable<string> Outputs => Keys("outputs");

    public static Workflow Named(string name) => All.Single(workflow => workflow.Name == name);

    public WorkflowJob Job(string name) => Jobs.Single(job => job.Name == name);

    private IEnumerable<string> Keys(string part) =>
        WorkflowJob.Find(Root, "on", "workflow_call", part) is YamlMappingNode map ? map.Children.Keys.Select(Of) : [];

    private static Workflow Read(string file)
    {
        var text = File.ReadAllText(file);
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return new(Path.GetFileNameWithoutExtension(file), text, (YamlMappingNode)yaml.Documents[0].RootNode);
    }

    private static string Of(YamlNode node) => ((YamlScalarNode)node).Value!;
}
