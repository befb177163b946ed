using System.Text;
using Infra.Cli.Plan.Reading;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Reading;

/// <summary>Runs a command of the tool on a plan that is piped in.</summary>
internal static class Piped
{
    public static Task<Invocation> Of(string text, params string[] command) => Of(Encoding.UTF8.GetBytes(text), command);

    public static async Task<Invocation> Of(byte[] file, params string[] command)
    {
        using var input = new MemoryStream(file);
        return await Invocation.OfInput(Reference.Root, input, [command[0], "--from", PlanBytes.StandardInput, .. command[1..]]);
    }
}
