namespace Infra.Cli.Plan.Graph;

/// <summary>What a file with a plan turned out to be.</summary>
internal enum PlanKind
{
    /// <summary>The document of this tool's own <c>preview --json</c>: complete, with ids and outputs that are made up.</summary>
    OwnPreview,

    /// <summary>The document of <c>pulumi preview --json</c>.</summary>
    Preview,

    /// <summary>The engine's events as JSON lines: <c>--event-log</c>, or <c>--json</c> where it streams.</summary>
    Events,

    /// <summary>What a preview found before it: what there is, read a moment ago where it was made with <c>--refresh</c>.</summary>
    Found,

    /// <summary>A checkpoint or <c>pulumi stack export</c>: what there is, rather than what will be.</summary>
    State,
}
