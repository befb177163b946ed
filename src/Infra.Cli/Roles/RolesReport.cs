using Infra.Cli.Shell;
using Spectre.Console;

namespace Infra.Cli.Roles;

/// <summary>What a reader makes of the files.</summary>
internal static class RolesReport
{
    public static void Write(PipelineRoles roles, string folder, IAnsiConsole console)
    {
        console.WriteLine($"{folder} has what these roles are made of:");
        console.WriteLine();
        var table = new TextTable(textColumns: 3);
        table.AddStrong("Role", "Trust policy", "Managed policies");
        foreach (var role in roles.Roles)
            table.Add(role.Name, RoleDocument.FileOf(role.Trust), string.Join(", ", role.Policies.Values));
        table.Write(console);
        console.WriteLine();
        var (policy, document) = roles.Roles[0].Policies.First();
        console.WriteLine($"Name the policy of {RoleDocument.FileOf(document)} {policy}, and so on.");
        console.WriteLine($"{RoleDocument.FileOf(RoleDocument.Boundary)} is the policy {roles.Boundary}, which is attached to neither.");
        console.WriteLine("How to make all of it with the AWS CLI: docs/operations.md.");
    }
}
