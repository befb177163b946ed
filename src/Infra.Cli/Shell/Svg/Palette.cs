namespace Infra.Cli.Shell.Svg;

/// <summary>The colours of drawings and plots.</summary>
internal sealed record Palette
{
    public required string Page { get; init; }

    public required string Text { get; init; }

    public required string Muted { get; init; }

    /// <summary>A symbol, on the tile of its kind.</summary>
    public required string Glyph { get; init; }

    public required string Compute { get; init; }

    public required string Network { get; init; }

    public required string Storage { get; init; }

    public required string Security { get; init; }

    public required string Management { get; init; }

    /// <summary>The tile of what is not AWS's.</summary>
    public required string Outside { get; init; }

    /// <summary>The frame of an Auto Scaling group.</summary>
    public required string Group { get; init; }

    /// <summary>The frame of what lets traffic in.</summary>
    public required string Guard { get; init; }

    public required string Region { get; init; }

    public required string Vpc { get; init; }

    public required string VpcFill { get; init; }

    public required string Zone { get; init; }

    public required string Public { get; init; }

    public required string PublicFill { get; init; }

    public required string Private { get; init; }

    public required string PrivateFill { get; init; }

    public required string Span { get; init; }

    public required string SpanFill { get; init; }

    public required string Card { get; init; }

    public required string CardFill { get; init; }

    public required string Request { get; init; }

    /// <summary>The number on the way of a request.</summary>
    public required string OnRequest { get; init; }

    public required string Traffic { get; init; }

    public required string Evidence { get; init; }

    public required string New { get; init; }

    public required string Gone { get; init; }

    public required string Changed { get; init; }

    public static Palette Light { get; } = new()
    {
        Page = "#ffffff",
        Text = "#16202f",
        Muted = "#48566c",
        Glyph = "#ffffff",
        Compute = "#c2570c",
        Network = "#7443c9",
        Storage = "#3f7a1c",
        Security = "#c22f3d",
        Management = "#b8246f",
        Outside = "#48566c",
        Group = "#c2570c",
        Guard = "#c22f3d",
        Region = "#0f766e",
        Vpc = "#7443c9",
        VpcFill = "#faf8ff",
        Zone = "#5a7fb0",
        Public = "#4d7a1c",
        PublicFill = "#f0f7e6",
        Private = "#1f6fa8",
        PrivateFill = "#e7f2fb",
        Span = "#475569",
        SpanFill = "#f8fafc",
        Card = "#76859b",
        CardFill = "#ffffff",
        Request = "#c2410c",
        OnRequest = "#ffffff",
        Traffic = "#52627a",
        Evidence = "#64748b",
        New = "#166534",
        Gone = "#b91c1c",
        Changed = "#9a5b00",
    };

    public static Palette Dark { get; } = new()
    {
        Page = "#0d1420",
        Text = "#e8edf5",
        Muted = "#b0bccd",
        Glyph = "#0d1420",
        Compute = "#ff9a57",
        Network = "#b79cf5",
        Storage = "#8fc35a",
        Security = "#ff8a92",
        Management = "#f58bc0",
        Outside = "#b0bccd",
        Group = "#ff9a57",
        Guard = "#ff8a92",
        Region = "#4fc3b5",
        Vpc = "#a98af0",
        VpcFill = "#141629",
        Zone = "#6f95c6",
        Public = "#8fc35a",
        PublicFill = "#15241a",
        Private = "#64b0e6",
        PrivateFill = "#102335",
        Span = "#94a3b8",
        SpanFill = "#19212f",
        Card = "#6f7f96",
        CardFill = "#222c3d",
        Request = "#ff9a57",
        OnRequest = "#0d1420",
        Traffic = "#a3b2c8",
        Evidence = "#8fa0b8",
        New = "#4ade80",
        Gone = "#f87171",
        Changed = "#fbbf24",
    };
}
