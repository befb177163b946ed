namespace Contract.Tests.Support;

/// <summary>A custom resource shaped like a provider's, with one output of every kind.</summary>
internal sealed class Probe(string name, ProbeArgs? args = null, CustomResourceOptions? options = null)
    : CustomResource(Token, name, args ?? new ProbeArgs(), options)
{
    public const string Token = "test:index/probe:Probe";

    [Output("text")] public Output<string?> Text { get; private set; } = null!;
    [Output("count")] public Output<int> Count { get; private set; } = null!;
    [Output("limit")] public Output<int?> Limit { get; private set; } = null!;
    [Output("flag")] public Output<bool> Flag { get; private set; } = null!;
    [Output("list")] public Output<ImmutableArray<string>> List { get; private set; } = null!;
    [Output("map")] public Output<ImmutableDictionary<string, string>?> Map { get; private set; } = null!;
    [Output("detail")] public Output<ProbeDetail?> Detail { get; private set; } = null!;
    [Output("color")] public Output<ProbeColor> Color { get; private set; } = null!;
    [Output("level")] public Output<ProbeLevel> Level { get; private set; } = null!;
    [Output("choice")] public Output<Union<string, int>> Choice { get; private set; } = null!;
    [Output("any")] public Output<object?> Any { get; private set; } = null!;
}
