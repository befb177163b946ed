using Infra.Cli.Shell.Tools;

namespace Infra.Cli.Tests.Live.Aws;

/// <summary>
/// An aws tool that answers each command, such as <c>ec2 describe-instances</c>, as a test says; and keeps what it was asked.
/// </summary>
internal sealed class AnsweringTool(Func<string, ToolRun> answer) : ITool
{
    /// <summary>What ends every question: the stack's region, an answer for programs, and an end to waiting.</summary>
    public const string Always = " --region eu-west-1 --output json --cli-connect-timeout 10 --cli-read-timeout 30";

    /// <summary>One that answers the same to everything.</summary>
    public AnsweringTool(string output)
        : this(_ => new(0, output, ""))
    {
    }

    /// <summary>The command lines so far.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>The same, without what ends every one.</summary>
    public IEnumerable<string> Asked => Calls.Select(call => call.Replace(Always, "", StringComparison.Ordinal));

    public Task<ToolRun> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        Calls.Add(string.Join(' ', arguments));
        return Task.FromResult(answer(string.Join(' ', arguments.Take(2))));
    }
}
