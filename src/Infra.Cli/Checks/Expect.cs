using System.Globalization;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks;

/// <summary>Expectations of single inputs. What they say names the input and the value that it has.</summary>
internal static class Expect
{
    public static Expectation True(string path) => (node, _) => node.IsTrue(path) ? null : Actual(node, path);

    public static Expectation NotTrue(string path) => (node, _) => node.IsTrue(path) ? Actual(node, path) : null;

    public static Expectation OneOf(string path, params string[] allowed) =>
        (node, _) => allowed.Contains(node.Text(path), StringComparer.Ordinal) ? null : Actual(node, path);

    public static Expectation AtLeast(string path, double minimum) => (node, _) => node.Number(path) >= minimum ? null : Actual(node, path);

    public static Expectation AtMost(string path, double maximum) => (node, _) => node.Number(path) <= maximum ? null : Actual(node, path);

    public static Expectation Set(string path) => (node, _) => IsSet(node, path) ? null : Actual(node, path);

    public static Expectation Unset(params string[] paths) =>
        (node, _) => paths.Where(path => IsSet(node, path)).Select(path => Actual(node, path)).FirstOrDefault();

    /// <summary>Nothing may offend; the first thing that does is named behind the problem.</summary>
    public static Expectation None(string problem, Func<ResourceNode, ResourceGraph, IEnumerable<string?>> offenders) =>
        (node, graph) => offenders(node, graph).FirstOrDefault() is { } offender ? $"{problem} {offender}" : null;

    /// <summary>The first thing that is wrong.</summary>
    public static Expectation All(params Expectation[] expectations) =>
        (node, graph) => FirstProblem(expectations.Select(expectation => expectation(node, graph)));

    /// <summary>Another resource that refers to this one must be there and be right.</summary>
    /// <param name="type">The other's type.</param>
    /// <param name="reference">The other's input that has this one's id or ARN.</param>
    /// <param name="expectation">What to expect of the other.</param>
    public static Expectation Companion(string type, string reference, Expectation? expectation = null) => (node, graph) =>
    {
        var companions = Companions(node, graph, type, reference).ToList();
        if (companions.Count == 0)
            return $"has no {type[(type.LastIndexOf(':') + 1)..]}";

        return expectation is null ? null : FirstProblem(companions.Select(companion => expectation(companion, graph)));
    };

    /// <summary>The resources of a type that refer to a resource by its id, name or ARN.</summary>
    public static IEnumerable<ResourceNode> Companions(ResourceNode node, ResourceGraph graph, string type, string reference) =>
        graph.OfType(type).Where(other => other.Text(reference) is { } value && node.IsMeantBy(value));

    /// <summary>An input and its value, as a clause.</summary>
    public static string Actual(ResourceNode node, string path) => node.Find(path) switch
    {
        null or "" => $"{path} is not set",
        string or bool or double => string.Create(CultureInfo.InvariantCulture, $"{path} is {node.Text(path)}"),
        _ => $"{path} is set",
    };

    private static string? FirstProblem(IEnumerable<string?> problems) => problems.FirstOrDefault(problem => problem is not null);

    private static bool IsSet(ResourceNode node, string path) => node.Find(path) is not (null or "");
}
