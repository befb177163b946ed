using Infra.Cli.Shell;

namespace Infra.Cli.Roles;

/// <summary>The roles for programs: <c>roles</c> says what to make, and each document has a property with its name.</summary>
internal static class RolesJson
{
    public static string Of(PipelineRoles roles)
    {
        var json = new Dictionary<string, object> { ["roles"] = roles.Roles };
        foreach (var document in roles.Documents)
            json.Add(document.Name, document.Json);
        return ReportJson.Of(json);
    }
}
