using Pulumi;

namespace Infra.Settings.Reading;

/// <summary>The settings can't be used. One exception holds every reason.</summary>
/// <remarks>A <see cref="RunException"/>, of which Pulumi prints the message alone: a stack trace would bury it.</remarks>
public sealed class InvalidSettingsException : RunException
{
    /// <summary>Tells of all <paramref name="problems"/> in one message.</summary>
    /// <param name="title">What has them, e.g. <c>Pulumi.dev.yaml</c>.</param>
    /// <param name="problems">The reasons, in the order of <see cref="Problems"/>.</param>
    public InvalidSettingsException(string title, IReadOnlyList<SettingProblem> problems)
        : base(MessageOf(title, problems)) => Problems = problems;

    /// <summary>The reasons: the region's, then in the catalogue's order, then unknown keys.</summary>
    public IReadOnlyList<SettingProblem> Problems { get; }

    private static string MessageOf(string title, IReadOnlyList<SettingProblem> problems)
    {
        var count = problems.Count == 1 ? "1 problem" : $"{problems.Count} problems";
        return string.Join('\n', problems.Select(problem => $"  {problem}").Prepend($"{title} is not valid ({count}):"));
    }
}
