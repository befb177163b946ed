using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;
using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Init;

/// <summary>The text of a stack's file, in which settings are changed line by line: all else stays, comments too.</summary>
internal sealed class StackFileText
{
    // What belongs to the stack's own key: https://www.pulumi.com/docs/iac/concepts/projects/stack-settings-file/.
    private static readonly string[] OfItsKey = ["encryptedkey", "encryptionsalt", "secretsprovider"];

    private readonly string _projectName;
    private readonly string[] _lines;
    private readonly List<Entry> _settings;
    private readonly List<Entry> _ofItsKey;

    /// <summary>Reads a text that is a stack's file already.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fileName">What messages call it.</param>
    /// <param name="projectName">The name of its project.</param>
    /// <exception cref="InvalidUsageException">Its settings do not stand in lines.</exception>
    public StackFileText(string text, string fileName, string projectName)
    {
        _projectName = projectName;
        _lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        using var reader = new StringReader(string.Join('\n', _lines));
        var file = YamlFile.Parse(reader, fileName);
        var config = file.Children.TryGetValue("config", out var node) ? node as YamlMappingNode : null;
        if (config is null or { Children.Count: 0 } || !IsInLines(file) || !IsInLines(config))
        {
            throw new InvalidUsageException(
                $"{fileName} must have its settings below config:, each in lines of its own, to begin another stack with: write them so");
        }

        _settings = [.. Entries(config, key => ConfigKey.Full(key, projectName) ?? key)];
        _ofItsKey = [.. Entries(file, key => key).Where(entry => OfItsKey.Contains(entry.Key))];
    }

    /// <summary>The full keys of the settings that are encrypted, in part or as a whole.</summary>
    public IReadOnlyList<string> SecretKeys => [.. Secrets.Select(entry => entry.Key)];

    private IEnumerable<Entry> Secrets => _settings.Where(entry => ConfigText.HasSecret(entry.Value));

    /// <summary>
    /// The text with other values for some settings, and without what only the key of its own stack decrypts. A new setting comes last.
    /// </summary>
    /// <param name="changes">By question, what it is answered with; none leaves the setting out.</param>
    public string With(IEnumerable<(StackQuestion Question, SettingText? Answer)> changes)
    {
        var dropped = Secrets.Concat(_ofItsKey).ToHashSet();
        Dictionary<Entry, SettingText> replaced = [];
        List<string> added = [];
        foreach (var (question, answer) in changes)
        {
            var key = question.FullKey(_projectName);
            var entry = _settings.FirstOrDefault(entry => entry.Key == key && !dropped.Contains(entry));
            if (answer is null && entry is not null)
                dropped.Add(entry);
            else if (answer is not null && entry is not null)
                replaced[entry] = answer;
            else if (answer is not null)
                added.AddRange(["", $"# {question.Comment}", .. answer.Lines(key)]);
        }

        var lines = _lines.ToList();
        var last = _settings.Max(entry => entry.Last);
        lines.InsertRange(last + 1, added.Select(line => line.Length == 0 ? line : $"{_settings[0].Indent}{line}"));
        foreach (var entry in _settings.Concat(_ofItsKey).OrderByDescending(entry => entry.First))
        {
            if (dropped.Contains(entry))
                Remove(lines, entry);
            else if (replaced.TryGetValue(entry, out var answer))
                Replace(lines, entry, answer);
        }

        return $"{string.Join('\n', lines).TrimEnd('\n')}\n";
    }

    private static bool IsInLines(YamlMappingNode node) => node.Style != YamlDotNet.Core.Events.MappingStyle.Flow;

    private static void Replace(List<string> lines, Entry entry, SettingText answer)
    {
        lines.RemoveRange(entry.First, entry.Last - entry.First + 1);
        lines.InsertRange(entry.First, answer.Lines(entry.Written).Select(line => $"{entry.Indent}{line}"));
    }

    // With the comment right above, which is about it, and without leaving two empty lines together.
    private static void Remove(List<string> lines, Entry entry)
    {
        var first = entry.First;
        while (first > 0 && lines[first - 1].TrimStart().StartsWith('#') && entry.Indent.Length > 0)
            first--;
        lines.RemoveRange(first, entry.Last - first + 1);
        if (first > 0 && lines[first - 1].Trim().Length == 0 && (first == lines.Count || lines[first].Trim().Length == 0))
            lines.RemoveAt(first - 1);
    }

    private static IEnumerable<Entry> Entries(YamlMappingNode mapping, Func<string, string> fullKey) =>
        from entry in mapping.Children
        let written = entry.Key.ToString()
        let first = (int)entry.Key.Start.Line - 1
        select new Entry(fullKey(written), written, entry.Value, first, LastLine(entry.Value, first))
        {
            Indent = new string(' ', (int)entry.Key.Start.Column - 1),
        };

    // A list in lines ends for the parser where the next thing begins, so its last text counts; a text of several lines ends with
    // the beginning of the next.
    private static int LastLine(YamlNode value, int first)
    {
        var isFlow = value is YamlSequenceNode { Style: YamlDotNet.Core.Events.SequenceStyle.Flow }
            or YamlMappingNode { Style: YamlDotNet.Core.Events.MappingStyle.Flow };
        var end = isFlow ? value.End : value.AllNodes.OfType<YamlScalarNode>().Select(node => node.End).DefaultIfEmpty(value.Start).Last();
        var line = (int)end.Line - 1;
        return Math.Max(first, end.Column == 1 ? line - 1 : line);
    }

    private sealed record Entry(string Key, string Written, YamlNode Value, int First, int Last)
    {
        public required string Indent { get; init; }
    }
}
