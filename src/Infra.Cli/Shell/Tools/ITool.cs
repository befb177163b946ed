namespace Infra.Cli.Shell.Tools;

/// <summary>A command line program that answers one question at a time.</summary>
internal interface ITool
{
    /// <summary>Runs it to its end.</summary>
    /// <exception cref="ToolMissingException">It is not on PATH.</exception>
    /// <exception cref="ToolHangsException">It did not end in good time.</exception>
    /// <exception cref="ToolFloodsException">It printed more than any answer has.</exception>
    Task<ToolRun> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation);
}
