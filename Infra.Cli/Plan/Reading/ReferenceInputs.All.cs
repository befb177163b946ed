using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Reading;

internal static partial class ReferenceInputs
{
    private static (string Type, Reference Reference)[] All { get; } =
    [
    ];
}
