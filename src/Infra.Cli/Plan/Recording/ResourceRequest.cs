using System.Collections.Immutable;

namespace Infra.Cli.Plan.Recording;

/// <summary>A resource that a program asks for, as the offline cloud sees it.</summary>
internal sealed record ResourceRequest(string Type, string Name, ImmutableDictionary<string, object> Inputs, string Region)
{
    /// <summary>What is made up for it.</summary>
    public Synthetic Made { get; } = new(Type, Name, Region);

    /// <summary>A text input, empty where there is none.</summary>
    public string Text(string input) => Inputs.GetValueOrDefault(input) as string ?? "";
}
