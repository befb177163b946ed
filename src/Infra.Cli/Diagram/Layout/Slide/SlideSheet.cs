using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout.Slide;

/// <summary>A drawing for a slide in the making.</summary>
internal sealed class SlideSheet(Architecture architecture) : RequestCanvas(architecture)
{
    public SlideZones Zones { get; } = new(architecture.Zones.Count);
}
