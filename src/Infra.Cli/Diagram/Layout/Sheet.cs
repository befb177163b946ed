using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout;

/// <summary>The main drawing in the making.</summary>
internal sealed class Sheet : RequestCanvas
{
    public Sheet(Architecture architecture)
        : base(architecture)
    {
        Columns = new(architecture.Zones.Count);
        Blocks = new(architecture, Columns.LabelWidth);
        Rows = new(architecture, Blocks.LineCount);
    }

    public Columns Columns { get; }

    public SubnetBlocks Blocks { get; }

    public Rows Rows { get; }
}
