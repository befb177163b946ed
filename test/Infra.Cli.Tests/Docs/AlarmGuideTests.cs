using System.Text.RegularExpressions;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Docs;

public sealed partial class AlarmGuideTests
{
    [Test]
    public async Task Alarm_OfAStack_HasASectionThatSaysWhatToDo([Values("dev", "prod")] string stack)
    {
        const string Start = "watch-";
        var guide = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "operations.md"));
        var sections = Heading().Matches(guide).Select(match => match.Groups[1].Value);
        var alarms = (await Graphs.Of(stack)).OfType("aws:cloudwatch/metricAlarm:MetricAlarm").Select(alarm => alarm.Name[Start.Length..]);

        Assert.That(sections, Is.EquivalentTo(alarms));
    }

    // Alarms are the only headings in code font.
    [GeneratedRegex("^### `(.+)`$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
