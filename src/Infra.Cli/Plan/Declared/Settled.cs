using System.Runtime.CompilerServices;
using Infra.Cli.Plan.Graph;
using Infra.Servers;
using Infra.Settings;
using Infra.Settings.Reading;

namespace Infra.Cli.Plan.Declared;

/// <summary>The settings that a stack was made from, and what follows from them.</summary>
internal sealed record Settled(StackSettings Settings)
{
    // Of a plan all controls ask, and nearly every resource.
    private static readonly ConditionalWeakTable<object, StrongBox<Settled?>> Known = [];

    /// <summary>The times of the servers that the settings give.</summary>
    public ServerTimings Timings { get; } = new()
    {
        HealthCheck = Settings.HealthCheck,
        BootBudget = Settings.Servers.BootBudget,
        DeregistrationDelay = Settings.LoadBalancer.DeregistrationDelay,
    };

    /// <summary>Those of a stack; none where its configuration is not known, or is no configuration of this program.</summary>
    public static Settled? Of(ResourceGraph graph)
    {
        if (!graph.IsConfigurationKnown)
            graph.NoteSettings();
        return Known.GetValue(graph.Configuration, _ => new(Read(graph))).Value;
    }

    private static Settled? Read(ResourceGraph graph)
    {
        var prefix = $"{graph.ProjectName}:";
        var values = graph.Configuration
            .Where(setting => setting.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(setting => setting.Key[prefix.Length..], setting => setting.Value.Text, StringComparer.Ordinal);
        try
        {
            return new(StackSettings.Read(new(graph.ProjectName, graph.StackName, values), graph.Region));
        }
        catch (InvalidSettingsException)
        {
            return null;
        }
    }
}
