using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Preview;

/// <summary>A preview for programs: the document that <c>pulumi preview --json</c> prints.</summary>
/// <remarks>
/// Its fields are those of <c>PreviewDigest</c> and <c>PreviewStep</c> (sdk/go/common/display/json.go in pulumi/pulumi). A duration is
/// left out, as it is there when it is zero: the same stack gives the same bytes.
/// </remarks>
internal static class PreviewJson
{
    private const string Create = "create";

    private static readonly JsonWriterOptions Format = new()
    {
        Indented = true,
        IndentSize = 4,
        NewLine = "\n",
        // Not for HTML: policies stay legible.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(ResourceGraph graph)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Format))
            Write(json, graph.Shown.With(graph.StandIns.Removed), graph.Note);

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, ResourceGraph graph, string? note)
    {
        json.WriteStartObject();

        json.WriteStartObject("config");
        foreach (var (key, value) in graph.Configuration)
            json.WriteString(key, value.Shown);
        json.WriteEndObject();

        json.WriteStartArray("steps");
        foreach (var node in graph.Nodes)
            WriteStep(json, graph, node);
        json.WriteEndArray();

        if (note is not null)
        {
            json.WriteStartArray("diagnostics");
            json.WriteStartObject();
            json.WriteString("message", note);
            json.WriteString("severity", "info");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartObject("changeSummary");
        json.WriteNumber(Create, graph.Nodes.Count);
        json.WriteEndObject();

        json.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter json, ResourceGraph graph, ResourceNode node)
    {
        json.WriteStartObject();
        json.WriteString("op", Create);
        json.WriteString("urn", node.Urn);
        if (node.Provider is not null)
            json.WriteString("provider", node.Provider);
        json.WritePropertyName("newState");
        ResourceState.Write(json, node, node == graph.Stack ? graph.Outputs : node.Outputs);
        // Null in a creation, yet always there.
        json.WriteNull("detailedDiff");
        json.WriteEndObject();
    }
}
