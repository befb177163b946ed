using System.Globalization;
using System.Text.Json.Nodes;

namespace Infra.Cli.Tests.PlanMutation;

/// <summary>What can be changed within a policy document, which is one text to a plan.</summary>
internal static class PolicyMutations
{
    private static readonly string[] Parts = ["Action", "Resource", "Principal", "Condition"];

    /// <summary>The document without each statement, without each part of one, and with each effect turned round.</summary>
    public static IEnumerable<(string Path, MutationKind Kind, string What, string Text)> Of(string text)
    {
        if (!text.StartsWith("{\"", StringComparison.Ordinal) || !text.Contains("\"Statement\"", StringComparison.Ordinal))
            yield break;

        var count = Statements(JsonNode.Parse(text)!).Count;
        for (var index = 0; index < count; index++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"Statement.{index}");
            yield return (path, MutationKind.Removed, "", Edited(text, statements => statements.RemoveAt(index)));
            yield return ($"{path}.Effect", MutationKind.Flipped, "", Edited(text, statements =>
                statements[index]!["Effect"] = (string)statements[index]!["Effect"]! == "Allow" ? "Deny" : "Allow"));
            foreach (var part in Parts)
            {
                var values = Leaves(Statements(JsonNode.Parse(text)!)[index]![part]).Count();
                for (var leaf = 0; leaf < values; leaf++)
                {
                    var what = "";
                    var edited = Edited(text, statements =>
                    {
                        var gone = Leaves(statements[index]![part]).ElementAt(leaf);
                        what = gone.ToJsonString();
                        Remove(gone);
                    });
                    yield return ($"{path}.{part}", MutationKind.Removed, what, edited);
                }
            }
        }
    }

    private static JsonArray Statements(JsonNode document) => document["Statement"]!.AsArray();

    private static string Edited(string text, Action<JsonArray> edit)
    {
        var document = JsonNode.Parse(text)!;
        edit(Statements(document));
        return document.ToJsonString();
    }

    private static IEnumerable<JsonNode> Leaves(JsonNode? node) => node switch
    {
        null => [],
        JsonArray items => items.SelectMany(Leaves),
        JsonObject members => members.SelectMany(member => Leaves(member.Value)),
        _ => [node],
    };

    // With what only it was in.
    private static void Remove(JsonNode node)
    {
        switch (node.Parent)
        {
            case JsonArray { Count: > 1 } items:
                items.Remove(node);
                break;
            case JsonObject members when members.Count > 1 || members["Effect"] is not null:
                members.Remove(node.GetPropertyName());
                break;
            case { } parent:
                Remove(parent);
                break;
        }
    }
}
