using System.Globalization;

namespace Infra.Cli.Shell.Tools;

/// <summary>A program printed so much that it was ended.</summary>
internal sealed class ToolFloodsException(string program, int most)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"'{program}' printed more than {most / 1024 / 1024} MiB, and was ended"));
