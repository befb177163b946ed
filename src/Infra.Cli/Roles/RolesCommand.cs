using System.CommandLine;
using Infra.Cli.Plan;
using Infra.Cli.Shell;
using Infra.Settings.Reading;

namespace Infra.Cli.Roles;

/// <summary><c>infra roles</c>.</summary>
internal static class RolesCommand
{
    private const string Help = """
        Writes the IAM policies of the roles that the pipelines of a stack assume.

        There are two: one deploys the stack, the other one only reads, for
        previews and for drift. boundary.json is the permissions boundary of the
        roles that the stack makes, without which the first makes none. Project,
        region, domain, boundary's name and way to the internet come from the
        stack's files, the rest by options. Nothing is made on AWS.

        Examples:
          infra roles dev --account 123456789012 --repository my-team/infra \
              --state-bucket my-team-infra-state --output roles/dev \
              --state-key 1234abcd-12ab-34cd-56ef-1234567890ab
        """;

    public static Command Create(Terminal terminal, PlanSource plan)
    {
        var command = new Command("roles", Help);
        var arguments = new StackArguments(command, plan);
        var options = new RolesOptions(command);
        command.SetAction(async (line, cancellation) =>
        {
            var roles = await RolesAsync(line, arguments, options, cancellation);
            if (options.Folder(line) is { } folder)
                await WriteAsync(roles, folder, terminal);
            else
                await terminal.Out.WriteLineAsync(RolesJson.Of(roles));
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<PipelineRoles> RolesAsync(
        ParseResult line, StackArguments arguments, RolesOptions options, CancellationToken cancellation)
    {
        var problems = options.Problems(line).ToList();
        StackFacts? stack = null;
        try
        {
            stack = StackFacts.Read(await arguments.ConfigurationAsync(line, cancellation));
            problems.AddRange(stack.Problems);
        }
        catch (Exception refusal) when (refusal is InvalidUsageException or InvalidSettingsException)
        {
            problems.Add(refusal.Message);
        }

        return problems.Count == 0
            ? PipelineRoles.Of(stack!, options.Facts(line))
            : throw new InvalidUsageException(string.Join('\n', problems));
    }

    private static async Task WriteAsync(PipelineRoles roles, string folder, Terminal terminal)
    {
        RolesFolder.Write(folder, roles.Documents);
        RolesReport.Write(roles, folder, terminal.Styled);
        if (RolesFolder.Leftover(folder, roles.Documents) is { } leftover)
            await terminal.Error.WriteLineAsync($"{leftover} is from an earlier run, and the stack makes no records: delete it");
    }
}
