namespace Infra.Cli.Plan.Reading.Live;

/// <summary>
/// What the provider shows of an input that the program does not give. Where nothing stands here it shows nothing, zero or false.
/// </summary>
internal static partial class ProviderDefaults
{
    /// <summary>Whatever the provider shows is its own choice.</summary>
    public const string Anything = "(anything)";

    private static readonly Dictionary<(string Type, string Path), object?> ByPlace =
        All.ToDictionary(entry => (entry.Type, entry.Path), entry => entry.Usual);

    private static readonly ILookup<string, string> ByType =
        All.Where(entry => !entry.Path.Contains('.', StringComparison.Ordinal)).ToLookup(entry => entry.Type, entry => entry.Path);

    /// <summary>What it shows at a path; none where that is nothing, zero or false.</summary>
    public static object? Usual(string type, string pattern) => ByPlace.GetValueOrDefault((type, pattern));

    /// <summary>The inputs that count although the program need not give them.</summary>
    public static IEnumerable<string> Watched(string type) => ByType[type];

    /// <summary>Whether the order of a list matters.</summary>
    public static bool IsInOrder(string type, string pattern) => InOrder.Contains((type, pattern));
}
