namespace Infra.Cli.Diagram.Layout;

/// <summary>What became of a box against another drawing.</summary>
internal enum Mark
{
    None,
    New,
    Gone,

    /// <summary>It says something else.</summary>
    Changed,
}
