using Infra.Applications;
using Infra.Cli.Plan.StackFiles;
using Infra.Common;
using Infra.Networking;
using Infra.Settings.Reading;

namespace Infra.Cli.Roles;

/// <summary>What the policies depend on, and the stack's files say.</summary>
/// <param name="Project">The project's name, which is in the tags of all that the stack makes.</param>
/// <param name="Stack">The stack's name: the environment at GitHub, and in the tags.</param>
/// <param name="Region">The region that all of it is in.</param>
/// <param name="Site">The name that the stack makes records of; none without a domain.</param>
/// <param name="HasNat">Whether it makes NAT gateways.</param>
/// <param name="IsProtected">Whether it resists deletion: then somebody approves what is done to it.</param>
/// <param name="Boundary">The policy that is the boundary of the roles it makes, by its name and path.</param>
internal sealed record StackFacts(
    string Project, string Stack, string Region, SiteName? Site, bool HasNat, bool IsProtected, string? Boundary)
{
    /// <summary>All that keeps the pipelines from having roles.</summary>
    public IEnumerable<string> Problems => new[] { Names.Problem, BoundaryProblem }.OfType<string>();

    /// <summary>The stack's file.</summary>
    public string File { get => field ?? $"Pulumi.{Stack}.yaml"; init; }

    /// <summary>The SSM parameter that says which image servers start from; none where the settings name the image.</summary>
    public string? ImageParameter { get; init; }

    /// <summary>Whether servers write to a log group of their own.</summary>
    public bool SendsOutput { get; init; }

    /// <summary>What the application's servers fetch of what AWS keeps secret.</summary>
    public IReadOnlyList<ApplicationSecret> Secrets { get; init; } = [];

    /// <summary>What the roles are called.</summary>
    public RoleNames Names => new(Project, Stack);

    private string? BoundaryProblem => Boundary is null
        ? $"{Project}:permissionsBoundary is required by pipelines, whose roles make no role without a boundary: "
            + $"add it to {File}, with a name for the policy, such as {Names.Policy(RoleDocument.Boundary)}"
        : null;

    /// <summary>Reads the facts of a stack, none of which can be secret: what only the Pulumi CLI can read is not needed.</summary>
    /// <exception cref="InvalidSettingsException">The settings are wrong.</exception>
    public static StackFacts Read(StackConfiguration configuration)
    {
        var settings = configuration.Inputs().Settings;
        return new(
            configuration.ProjectName,
            configuration.StackName,
            settings.Region,
            settings.Certificate.SiteName,
            settings.Network.Egress is Egress.Nat or Egress.NatPerZone,
            settings.DeletionProtection,
            settings.PermissionsBoundary)
        {
            File = configuration.FileName,
            ImageParameter = settings.Servers.Image.ParameterName,
            SendsOutput = settings.SendsOutput,
            Secrets = settings.Application?.Secrets ?? [],
        };
    }
}
