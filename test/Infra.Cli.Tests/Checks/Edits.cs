using System.Collections.Immutable;
using System.Text;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.Checks;

/// <summary>Makes one thing of a recorded stack different.</summary>
internal static class Edits
{
    public static ResourceNode Named(this ResourceGraph graph, string name) => graph.Nodes.Single(node => node.Name == name);

    /// <summary>The same with another version of a resource.</summary>
    public static ResourceGraph With(this ResourceGraph graph, string name, Func<ResourceNode, ResourceNode> edit)
    {
        var old = graph.Named(name);
        return graph.WithNodes([.. graph.Nodes.Select(node => node == old ? edit(node) : node)]);
    }

    /// <summary>The same with an input set, or unset by null. A path must lead somewhere already, but for its last step.</summary>
    public static ResourceGraph Set(this ResourceGraph graph, string name, string path, object? value) =>
        graph.Set(graph.Named(name), path, value);

    /// <summary>The same of a resource whose name another one may have too.</summary>
    public static ResourceGraph Set(this ResourceGraph graph, ResourceNode node, string path, object? value)
    {
        var edited = node with { Inputs = (ImmutableDictionary<string, object>)Set(node.Inputs, path.Split('.'), value)! };
        return graph.WithNodes([.. graph.Nodes.Select(other => other == node ? edited : other)]);
    }

    /// <summary>The same with a text in an input replaced, as in a policy document.</summary>
    public static ResourceGraph Replace(this ResourceGraph graph, string name, string input, string old, string replacement)
    {
        var text = graph.Named(name).Text(input)!;
        Assert.That(text, Does.Contain(old), "an edit that changes nothing proves nothing");
        return graph.Set(name, input, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>The same with a text in the servers' boot script replaced.</summary>
    public static ResourceGraph Rewritten(this ResourceGraph graph, string old, string replacement)
    {
        const string Template = "fleet-launch-template";
        var script = Encoding.UTF8.GetString(Convert.FromBase64String(graph.Named(Template).Text("userData")!));
        Assert.That(script, Does.Contain(old), "an edit that changes nothing proves nothing");
        return graph.Set(Template, "userData", Convert.ToBase64String(
            Encoding.UTF8.GetBytes(script.Replace(old, replacement, StringComparison.Ordinal))));
    }

    /// <summary>The same with the topic's key for anyone who meets a condition, such as <c>"Bool":{...}</c>, or for everyone.</summary>
    public static ResourceGraph WithKeyForAnyone(this ResourceGraph graph, string condition = "") => graph.Set(
        "alerts-key", "policy",
        """{"Statement":{"Effect":"Allow","Principal":"*","Action":"kms:Decrypt","Resource":"*","Condition":{""" + condition + "}}}");

    /// <summary>The same with a bucket's objects encrypted by KMS; without a key's name, by AWS's own key.</summary>
    public static ResourceGraph Encrypted(this ResourceGraph graph, string encryption, string? key) => graph
        .Set(encryption, "rules.0.applyServerSideEncryptionByDefault.sseAlgorithm", "aws:kms")
        .Set(encryption, "rules.0.applyServerSideEncryptionByDefault.kmsMasterKeyId", key);

    public static ResourceGraph Without(this ResourceGraph graph, Func<ResourceNode, bool> condition)
    {
        Assert.That(graph.Nodes.Any(condition), Is.True, "an edit that changes nothing proves nothing");
        return graph.WithNodes([.. graph.Nodes.Where(node => !condition(node))]);
    }

    public static ResourceGraph Without(this ResourceGraph graph, ResourceNode gone) => graph.Without(node => node == gone);

    public static ResourceGraph Without(this ResourceGraph graph, string name) => graph.Without(node => node.Name == name);

    /// <summary>The same with a second one of a resource, which nothing refers to, behind the first.</summary>
    public static ResourceGraph Twice(this ResourceGraph graph, string name, Func<ResourceNode, ResourceNode>? edit = null)
    {
        var first = graph.Named(name);
        var second = first with
        {
            Urn = $"{first.Urn}-2",
            Name = $"{name}-2",
            Id = $"{first.Id}-2",
            Outputs = first.Outputs.ToImmutableDictionary(
                output => output.Key,
                output => output.Value is string text && !first.Inputs.ContainsKey(output.Key) ? $"{text}-2" : output.Value),
        };
        return graph.WithNodes(
            [.. graph.Nodes.SelectMany(node => node == first ? [node, edit?.Invoke(second) ?? second] : new[] { node })]);
    }

    /// <summary>The same with one more resource.</summary>
    public static ResourceGraph Add(this ResourceGraph graph, string type, params (string Key, object Value)[] inputs)
    {
        var added = new ResourceNode
        {
            Urn = $"urn:pulumi:test::infra::{type}::added-{graph.Nodes.Count}",
            Type = type,
            Name = "added",
            IsCustom = true,
            Id = "added-id",
            Parent = graph.Stack.Urn,
            Inputs = inputs.ToImmutableDictionary(input => input.Key, input => input.Value),
            Outputs = ImmutableDictionary<string, object>.Empty,
            Options = new(),
        };
        return graph.WithNodes([.. graph.Nodes, added]);
    }

    public static object List(params object[] items) => items.ToImmutableArray();

    public static object Map(params (string Key, object Value)[] members) =>
        members.ToImmutableDictionary(member => member.Key, member => member.Value);

    /// <summary>The same with another output of the stack, or without it by null.</summary>
    public static ResourceGraph WithOutput(this ResourceGraph graph, string name, object? value)
    {
        var outputs = value is null ? graph.Outputs.Remove(name) : graph.Outputs.SetItem(name, value);
        return new(graph.ProjectName, graph.StackName, graph.Region, graph.Nodes, outputs)
        {
            Configuration = graph.Configuration,
            Secrets = graph.Secrets,
        };
    }

    /// <summary>The same by a setting that it was not made from.</summary>
    public static ResourceGraph WithSetting(this ResourceGraph graph, string key, string text) =>
        new(graph.ProjectName, graph.StackName, graph.Region, graph.Nodes, graph.Outputs)
        {
            Configuration = graph.Configuration.SetItem($"{graph.ProjectName}:{key}", new(text)),
            Secrets = graph.Secrets,
        };

    /// <summary>The same with other texts that are secret.</summary>
    public static ResourceGraph WithSecrets(this ResourceGraph graph, params string[] secrets) =>
        new(graph.ProjectName, graph.StackName, graph.Region, graph.Nodes, graph.Outputs)
        {
            Configuration = graph.Configuration,
            Secrets = new(secrets),
        };

    /// <summary>The same as if a file had it: of what is not known in it, is noted who asks.</summary>
    public static ResourceGraph AsRead(this ResourceGraph graph)
    {
        var unknowns = new UnknownLog();
        var nodes = graph.Nodes.Select(node => node with { Unknowns = unknowns });
        return new(graph.ProjectName, graph.StackName, graph.Region, [.. nodes], graph.Outputs)
        {
            Configuration = graph.Configuration,
            Secrets = graph.Secrets,
            Origin = PlanKind.Preview,
            Unknowns = unknowns,
        };
    }

    private static ResourceGraph WithNodes(this ResourceGraph graph, IReadOnlyList<ResourceNode> nodes) =>
        new(graph.ProjectName, graph.StackName, graph.Region, nodes, graph.Outputs)
        {
            Configuration = graph.Configuration,
            Secrets = graph.Secrets,
            Origin = graph.Origin,
            Unknowns = graph.Unknowns,
        };

    private static object? Set(object? container, ReadOnlySpan<string> path, object? value)
    {
        if (path.IsEmpty)
            return value;

        switch (container)
        {
            case ImmutableArray<object> items:
                var index = int.Parse(path[0], System.Globalization.CultureInfo.InvariantCulture);
                var item = Set(items[index], path[1..], value);
                return item is null ? items.RemoveAt(index) : items.SetItem(index, item);
            case ImmutableDictionary<string, object> members:
                var member = Set(members.GetValueOrDefault(path[0]), path[1..], value);
                return member is null ? members.Remove(path[0]) : members.SetItem(path[0], member);
            default:
                throw new ArgumentException($"{path[0]} is in nothing", nameof(path));
        }
    }
}
