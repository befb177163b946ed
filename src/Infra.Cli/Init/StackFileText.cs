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
        (FileName, _projectName) = (fileName, projectName);
        _lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        using var reader = new StringReader(string.Join('\n', _lines));
        var file = YamlFile.Parse(reader, fileName);
        var config = file.Children.TryGetValue("config", out var node) ? node as YamlMappingNode : null;
        if (config is null or { Children.Count: 0 } || !IsInLines(file) || !IsInLines(config))
        {
            throw new InvalidUsageException(
                $"{fileName} must have its settings below config:, each in lines of its own, to begin another stack with: write them so");
        }

        List<Entry> sections = [.. Entries(file, _lines.Length, key => key)];
        var end = sections.Single(section => section.Value == config).Last + 1;
        _settings = [.. Entries(config, end, key => ConfigKey.Full(key, projectName) ?? key).Reverse()];
        _ofItsKey = [.. sections.Where(section => OfItsKey.Contains(section.Key))];
    }

    /// <summary>What messages call it.</summary>
    public string FileName { get; }

    /// <summary>What it sets itself, by full key, as a program gets it.</summary>
    public IReadOnlyDictionary<string, string> Values => _settings.ToDictionary(entry => entry.Key, TextOf);

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
            else if (answer is not null && entry is not null && TextOf(entry) != answer.Text)
                replaced[entry] = answer;
            else if (answer is not null && entry is null)
                added.AddRange(["", $"# {question.Comment}", .. answer.Lines(question.Key)]);
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

    private string TextOf(Entry entry) => new ConfigText(FileName).OfStack(entry.Value).Text;

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

    // An entry ends before the next one, and before the comments and empty lines above that.
    private IEnumerable<Entry> Entries(YamlMappingNode mapping, int end, Func<string, string> fullKey)
    {
        foreach (var (name, value) in mapping.Children.OrderByDescending(entry => entry.Key.Start.Line))
        {
            var first = (int)name.Start.Line - 1;
            var last = end - 1;
            while (last > first && _lines[last].Trim() is "" or ['#', ..])
                last--;
            var written = name.ToString();
            yield return new(fullKey(written), written, value, first, last) { Indent = new(' ', (int)name.Start.Column - 1) };
            end = first;
        }
    }

    private sealed record Entry(string Key, string Written, YamlNode Value, int First, int Last)
    {
        public required string Indent { get; init; }
    }
}
