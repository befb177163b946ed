using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;
using Infra.Cli.Plan.Reading.Live;
using Infra.Cli.Plan.StackFiles;
using Infra.Settings;

namespace Infra.Cli.Drift;

/// <summary>Tells what somebody changed by hand from what only waits for the next deployment.</summary>
internal sealed class DriftReport
{
    private const string ProviderPrefix = "pulumi:providers:";
    private const string Update = "update";
    private const string Delete = "delete";

    // Each change of a template makes another version of it.
    private static readonly string[] OfAVersion = ["imageId", "latestVersion"];

    private readonly Effort _effort = new();
    private readonly PlanContents _preview;
    private readonly ILookup<string, ReadResource> _saved;
    private readonly HashSet<string> _waiting = new(StringComparer.Ordinal);

    /// <summary>Looks at a preview.</summary>
    /// <param name="preview">Made with <c>--refresh</c>, so that it compares with what there is.</param>
    /// <param name="state">The state that the last deployment has left; none if it is not known.</param>
    /// <exception cref="FormatException">It has more in it than a stack has.</exception>
    public DriftReport(PlanContents preview, PlanContents? state)
    {
        _preview = preview;
        _saved = (state?.Resources ?? preview.Steps.Where(step => step.IsRefresh).Select(step => step.Old).OfType<ReadResource>())
            .Where(resource => !resource.IsToBeDeleted)
            .ToLookup(resource => resource.Urn, StringComparer.Ordinal);
        Differences = [.. preview.Steps.Where(step => step.IsChange).Select(Of)];
    }

    /// <summary>What the deployment would change, in its order.</summary>
    public IReadOnlyList<Difference> Differences { get; }

    private Difference Of(PlannedStep step)
    {
        var resource = step.New ?? step.Old;
        var name = resource is null ? step.Urn : $"{resource.Type[(resource.Type.LastIndexOf(':') + 1)..]} {resource.Name}";
        if (resource?.Type.StartsWith(ProviderPrefix, StringComparison.Ordinal) is true && IsOtherVersion(step))
            return new(name, "another version of the provider") { IsUpdate = true };
        if (step is not { Operation: Update, Old: { } old, New: { } @new })
            return new(name, WordOf(step)) { IsUpdate = false };

        var changed = new LiveInputs(@new with { Outputs = old.Outputs }, _effort).Changed;
        var isUpdate = IsNewImage(old, @new, changed) || changed.Count == 0 && Follows(@new);
        if (isUpdate)
            _waiting.Add(step.Urn);
        return new(name, What(old, @new, changed, step.Reasons)) { IsUpdate = isUpdate };
    }

    private static string WordOf(PlannedStep step) => step.Operation switch
    {
        "create" or "import" => "is not there",
        Delete => "is there, and the program does not make it",
        _ => $"would get another ({step.Operation})",
    };

    private static string What(
        ReadResource old, ReadResource @new, IReadOnlyList<string> changed, ImmutableArray<string> reasons) => changed switch
        {
            ["imageId"] => $"imageId is {old.Outputs.GetValueOrDefault("imageId")}, and {@new.Inputs["imageId"]} is out",
            // Where the program says nothing, and where nothing is unknown, the engine alone knows what is otherwise.
            [] when UnknownInputs(@new).Count == 0 && reasons.Length > 0 => string.Join(", ", reasons),
            [] => "follows from another resource",
            _ => string.Join(", ", changed),
        };

    // Of the default provider there is one for each version, and so another one with a newer package.
    private bool IsOtherVersion(PlannedStep step)
    {
        var type = (step.New ?? step.Old)!.Type;
        var versions = _preview.Steps.Where(other => (other.New ?? other.Old)?.Type == type).ToList();
        return versions.Select(other => other.Old).OfType<ReadResource>().Select(WithoutVersion).ToList() is [var before]
            && versions.Where(other => other.Operation != Delete).Select(other => other.New).OfType<ReadResource>().ToList() is [var after]
            && new SameMeaning(type, _effort).Of("", before, WithoutVersion(after));
    }

    private static ImmutableDictionary<string, object> WithoutVersion(ReadResource provider) => provider.Inputs.Remove("version");

    private bool IsNewImage(ReadResource old, ReadResource @new, IReadOnlyList<string> changed) =>
        old.Type == TypeToken.LaunchTemplate && changed is ["imageId"] && !NamesImage(old.ProjectName) && IsAsDeployed(old);

    // Where the settings name an image, it is not AWS that has a newer one.
    private bool NamesImage(string project) =>
        _preview.Configuration?.GetValueOrDefault($"{project}:imageId") is { Length: > 0 } setting
        && MachineImage.Of(setting).Id is not null;

    private bool IsAsDeployed(ReadResource template) => _saved[template.Urn].FirstOrDefault() is { } saved
        && OfAVersion.All(output =>
            saved.Outputs.GetValueOrDefault(output) is { } value && value.Equals(template.Outputs.GetValueOrDefault(output)));

    // All that is otherwise is not known yet, and comes from what waits.
    private bool Follows(ReadResource @new)
    {
        var unknown = UnknownInputs(@new);
        return unknown.Count > 0 && unknown.TrueForAll(input =>
            @new.PropertyDependencies.GetValueOrDefault(input, []) is { Length: > 0 } sources && sources.Any(_waiting.Contains));
    }

    private static List<string> UnknownInputs(ReadResource resource) =>
        [.. resource.Inputs.Where(input => UnknownValue.IsWithin(input.Value)).Select(input => input.Key)];
}
