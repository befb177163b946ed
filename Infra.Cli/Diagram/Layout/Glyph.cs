namespace Infra.Cli.Diagram.Layout;

/// <summary>A symbol that tells at a glance what a box stands for.</summary>
internal enum Glyph
{
    None,
    Clients,
    Dns,
    Firewall,
    Gateway,
    Lock,
    TargetGroup,
    Server,
    Endpoint,
    Certificate,
    Bucket,
    Log,
    Alarm,
    Topic,
    Email,
}
