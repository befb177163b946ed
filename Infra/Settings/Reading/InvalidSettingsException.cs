using Pulumi;

namespace Infra.Settings.Reading;

/// <summary>The settings can't be used. One exception holds every reason.</summary>
/// <remarks>A <see cref="RunException"/>, of which Pulumi prints the message alone: a stack trace would bury it.</remarks>
public sealed class InvalidSettingsException : RunException
{
    /// <summary>Tells of all <paramref name="problems"/> in one message.</summary>
    public InvalidSettingsException(string stackName, IReadOnlyList<SettingProblem> problems)
        : base(MessageOf(stackName, problems)) => Problems = problems;

    /// <summary>The reasons: the region's, then in the catalogue's order, then unknown keys.</summary>
    public IReadOnlyList<SettingProblem> Problems { get; }

    private static string MessageOf(string stackName, IReadOnlyList<SettingProblem> problems)
    {
        var count = problems.Count == 1 ? "1 problem" : $"{problems.Count} problems";
        return string.Join('\n', problems.Select(problem => $"  {problem}").Prepend($"Pulumi.{stackName}.yaml is not valid ({count}):"));
    }
}
