using System.Text;
using Infra.Cli.Plan.Reading;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Reading;

/// <summary>Runs <c>infra check</c> on a plan that is piped in.</summary>
internal static class PipedCheck
{
    public static async Task<Invocation> Of(string text, params string[] options)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await Invocation.OfInput(Reference.Root, input, ["check", "--from", PlanBytes.StandardInput, .. options]);
    }
}
