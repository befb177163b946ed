using Pulumi;

namespace Infra.Settings.Reading;

/// <summary>The settings can't be used. One exception holds every reason.</summary>
/// <remarks>A <see cref="RunException"/>, of which Pulumi prints the message alone: a stack trace would bury it.</remarks>
public sealed class InvalidSettingsException : RunException
{
    /// <summary>Tells of all <paramref name="problems"/> in one message, by where the values of <paramref name="source"/> are.</summary>
    public InvalidSettingsException(ConfigSource source, IReadOnlyList<SettingProblem> problems)
        : base(MessageOf(source, problems)) => Problems = problems;

    /// <summary>The reasons: the region's, then in the catalogue's order, then unknown keys.</summary>
    public IReadOnlyList<SettingProblem> Problems { get; }

    private static string MessageOf(ConfigSource source, IReadOnlyList<SettingProblem> problems) => string.Join('\n', problems
        .GroupBy(problem => source.Places.GetValueOrDefault(problem.Key) ?? FileIn(source))
        .SelectMany(place => place.Select(problem => $"  {problem}").Prepend($"{place.Key} is not valid ({Count(place.Count())}):")));

    // A rule between two values may fail for one that is not in the file.
    private static string FileIn(ConfigSource source) =>
        string.Join(" with ", source.Places.Values.Distinct().Order(StringComparer.Ordinal).Prepend(source.Title));

    private static string Count(int problems) => problems == 1 ? "1 problem" : $"{problems} problems";
}
