using Infra.Cli.Plan.StackFiles;

namespace Infra.Cli.Plan.Reading;

/// <summary>Finds out which AWS region a plan is for.</summary>
internal static class PlanRegion
{
    private const string Provider = "pulumi:providers:aws";

    /// <exception cref="FormatException">It does not tell.</exception>
    public static string Of(PlanContents contents, IReadOnlyDictionary<string, ConfigValue> configuration) =>
        configuration.GetValueOrDefault("aws:region")?.Text
            ?? contents.Resources.Where(resource => resource.Type == Provider)
                .Select(provider => provider.Inputs.GetValueOrDefault("region")).OfType<string>().FirstOrDefault()
            ?? contents.Resources.Select(resource => resource.Outputs.GetValueOrDefault("arn")).OfType<string>()
                .Select(arn => arn.Split(':')).Where(parts => parts is ["arn", _, _, { Length: > 0 }, ..])
                .Select(parts => parts[3]).FirstOrDefault()
            ?? throw new FormatException("tells no region, neither by aws:region nor by a provider nor by an ARN");
}
