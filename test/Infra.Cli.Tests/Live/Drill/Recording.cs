using System.Text.Json.Nodes;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Drill;

/// <summary>What the real aws tool printed; Transcript/record.sh says how it came about.</summary>
internal static class Recording
{
    /// <summary>The answer to a command such as <c>sts get-caller-identity</c>, to be changed at will.</summary>
    public static JsonNode Of(string command) => JsonNode.Parse(Text(command))!;

    public static string Text(string command) =>
        File.ReadAllText(
            Path.Combine(Repository.Root, "test", "Infra.Cli.Tests", "Live", "Drill", "Transcript", $"{command.Replace(' ', '.')}.json"));
}
