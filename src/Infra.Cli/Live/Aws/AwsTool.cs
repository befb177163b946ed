using System.Text.Json;
using Infra.Cli.Shell.Tools;
using Polly;
using Polly.Retry;

namespace Infra.Cli.Live.Aws;

/// <summary>Asks AWS by its command line tool, so that profiles, SSO and AWS_ENDPOINT_URL hold here as everywhere.</summary>
/// <param name="tool">The tool.</param>
/// <param name="region">Where the stack is, whatever the profile's own region.</param>
/// <param name="time">By which it waits before it asks again.</param>
internal sealed class AwsTool(ITool tool, string region, TimeProvider time)
{
    private const int MostRetries = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    private static readonly JsonSerializerOptions Format = new()
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new LegibleStringConverter(), new WholeListConverter() },
    };

    // The tool's own tries take some seconds; these last when a busy account is throttled for longer.
    private readonly ResiliencePipeline _patience = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<AwsException>(failure => failure.Fault == AwsFault.Throttled),
            MaxRetryAttempts = MostRetries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = FirstPause,
            UseJitter = true,
        })
        .Build();

    /// <summary>The tool as it is on PATH, told never to page or to ask, and to try again by itself.</summary>
    public static Tool OnPath => new("aws", new Dictionary<string, string>
    {
        ["AWS_PAGER"] = "",
        ["AWS_CLI_AUTO_PROMPT"] = "off",
        ["AWS_RETRY_MODE"] = "standard",
        ["AWS_MAX_ATTEMPTS"] = "5",
    });

    /// <summary>Asks for something.</summary>
    /// <exception cref="AwsException">There is no answer, or none that makes sense.</exception>
    /// <exception cref="ToolMissingException">The tool is not installed.</exception>
    public async Task<T> AskAsync<T>(CancellationToken cancellation, params string[] arguments)
        where T : class
    {
        var run = await RunAsync(arguments, cancellation);
        try
        {
            return JsonSerializer.Deserialize<T>(run.Out, Format) ?? throw new JsonException("it is null");
        }
        catch (JsonException strange)
        {
            throw new AwsException(
                AwsFault.Malformed, $"'aws {Command(arguments)}' answered what can't be read as its JSON: {strange.Message}");
        }
    }

    /// <summary>Has something done, whatever the answer.</summary>
    /// <exception cref="AwsException">It was not done.</exception>
    /// <exception cref="ToolMissingException">The tool is not installed.</exception>
    public Task TellAsync(CancellationToken cancellation, params string[] arguments) => RunAsync(arguments, cancellation);

    private async Task<ToolRun> RunAsync(string[] arguments, CancellationToken cancellation)
    {
        string[] all = [.. arguments, "--region", region, "--output", "json", "--cli-connect-timeout", "10", "--cli-read-timeout", "30"];
        return await _patience.ExecuteAsync(
            async token =>
            {
                var run = await AnswerAsync(all, token);
                return run.ExitCode == 0 ? run : throw AwsError.Of(Command(arguments), run.Error);
            },
            cancellation);
    }

    private async Task<ToolRun> AnswerAsync(string[] arguments, CancellationToken cancellation)
    {
        try
        {
            return await tool.RunAsync(arguments, cancellation);
        }
        catch (ToolHangsException hangs)
        {
            throw AwsError.OfHanging(Command(arguments), hangs.Message);
        }
        catch (ToolFloodsException floods)
        {
            throw new AwsException(AwsFault.Malformed, $"'aws {Command(arguments)}' failed: {floods.Message}: no answer is as long");
        }
    }

    private static string Command(string[] arguments) => string.Join(' ', arguments.Take(2));
}
