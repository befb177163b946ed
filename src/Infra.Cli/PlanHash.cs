using System.Security.Cryptography;
using System.Text;
using Infra.Cli.Live.Claims;
using Infra.Cli.Plan;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Preview;
using Infra.Cli.Shell;
using Infra.Settings.Reading;

namespace Infra.Cli;

/// <summary>What a plan is known by: the SHA-256 of what <c>infra preview STACK --json</c> prints, as <c>sha256sum</c> writes it.</summary>
internal static class PlanHash
{
    /// <summary>The hash of a plan. Secrets are not in it, nor is anything that differs between two runs.</summary>
    public static string Of(ResourceGraph graph) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{PreviewJson.Of(graph)}\n")));

    /// <summary>Stamps what is found of a deployed stack with what the files at hand declare.</summary>
    /// <param name="plan">Where it gets a stack from.</param>
    /// <param name="time">The clock.</param>
    public static Stamping StampsOf(PlanSource plan, TimeProvider time) => async (command, stack) =>
    {
        var stamp = new EvidenceStamp(command, time.GetUtcNow());
        if (stack is null)
            return stamp;

        try
        {
            var files = ProjectFiles.Read(Environment.CurrentDirectory, stack, []);
            stamp = stamp with { Project = files.ProjectName, Stack = files.StackName };

            // What environments of Pulumi ESC give is not in the files.
            return files.Environments.Count > 0 ? stamp : stamp with { Plan = Of(await plan(files)) };
        }
        catch (Exception unreadable) when (unreadable is InvalidUsageException or InvalidSettingsException)
        {
            // A stack can be verified from any folder; only whether the plan was another one can't be told then.
            return stamp with { Stack = stamp.Stack ?? stack.Split('/')[^1] };
        }
    };
}
