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
    Guard,
    LoadBalancer,
    Network,
    Group,
    Missing,
    Role,
}

/// <summary>What a symbol's colour stands for.</summary>
internal enum GlyphKind
{
    Outside,
    Compute,
    Network,
    Storage,
    Security,
    Management,
}

/// <summary>The kinds of symbols.</summary>
internal static class GlyphKinds
{
    public static GlyphKind Kind(this Glyph glyph) => glyph switch
    {
        Glyph.Server or Glyph.Group => GlyphKind.Compute,
        Glyph.Bucket => GlyphKind.Storage,
        Glyph.Firewall or Glyph.Guard or Glyph.Lock or Glyph.Certificate or Glyph.Role => GlyphKind.Security,
        Glyph.Log or Glyph.Alarm or Glyph.Topic => GlyphKind.Management,
        Glyph.Clients or Glyph.Email or Glyph.Missing => GlyphKind.Outside,
        _ => GlyphKind.Network,
    };
}
