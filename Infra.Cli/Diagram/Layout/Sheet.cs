using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout;

/// <summary>The main drawing in the making.</summary>
internal sealed class Sheet(Architecture architecture) : RequestCanvas(architecture)
{
    public Columns Columns { get; } = new(architecture.Zones.Count);

    public Rows Rows { get; } = new(architecture);
}
