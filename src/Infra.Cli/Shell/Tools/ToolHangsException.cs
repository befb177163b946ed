using Infra.Servers;

namespace Infra.Cli.Shell.Tools;

/// <summary>A program gave no answer for so long that it was ended.</summary>
internal sealed class ToolHangsException(string program, TimeSpan longest)
    : Exception($"'{program}' gave no answer within {ExpectedTimes.Text(longest)}, and was ended");
