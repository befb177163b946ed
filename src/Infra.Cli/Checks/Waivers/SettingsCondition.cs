using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Waivers;

/// <summary>The settings that a waiver is for, by what they are: so a stack by any name is treated as its settings ask.</summary>
/// <param name="Tests">All of them must hold; none is any settings.</param>
internal sealed record SettingsCondition(ImmutableArray<SettingTest> Tests)
{
    private const string And = " and ";

    public static SettingsCondition Always { get; } = new([]);

    public bool IsAlways => Tests.IsEmpty;

    /// <summary>The words that follow "where".</summary>
    public string Text => string.Join(And, Tests.Select(test => test.Text));

    /// <summary>Reads one.</summary>
    /// <param name="text">Tests with <c>and</c> between them.</param>
    /// <param name="condition">The condition; it has a meaning only when nothing is wrong.</param>
    /// <returns>What is wrong with the text, in words that follow "must"; null when nothing is.</returns>
    public static string? Read(string text, out SettingsCondition condition)
    {
        List<SettingTest> tests = [];
        condition = Always;
        foreach (var part in text.Split(And))
        {
            if (SettingTest.Read(part.Trim(), out var test) is { } fault)
                return fault;
            tests.Add(test!);
        }

        condition = new([.. tests]);
        return null;
    }

    /// <summary>One that holds where both hold.</summary>
    public SettingsCondition With(SettingsCondition other) => new([.. Tests, .. other.Tests]);

    public bool HoldsFor(ResourceGraph stack) => Tests.All(test => test.HoldsFor(stack));
}
