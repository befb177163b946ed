using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Load;
using Infra.Cli.Shell.Tools;

namespace Infra.Cli.Live.Drill;

/// <summary>What a drill reaches out with.</summary>
internal sealed record DrillTools
{
    public ITool Aws { get; init; } = AwsTool.OnPath;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>By which a load ends, whatever becomes of the questions to AWS.</summary>
    public TimeProvider LoadClock { get; init; } = TimeProvider.System;

    /// <summary>How long a drill that is broken off may ask what it leaves: well within what a command has to tidy up.</summary>
    public TimeSpan LastLookWithin { get; init; } = TimeSpan.FromSeconds(5);

    public IPortProbe PortProbe { get; init; } = new PortProbe();

    /// <summary>Makes a load on a site, which is quiet until told otherwise.</summary>
    public Func<Uri, ILoad> Load { get; init; } = site => new LoadGenerator(site);

    /// <summary>Where the user answers questions; none where nobody is there to answer.</summary>
    public Func<TextReader?> Answers { get; init; } = () => System.Console.IsInputRedirected ? null : System.Console.In;
}
