namespace Pulumi;

/// <summary>How long a provider may take; null leaves its own limits.</summary>
public sealed class CustomTimeouts
{
    public TimeSpan? Create { get; set; }
    public TimeSpan? Update { get; set; }
    public TimeSpan? Delete { get; set; }
}
