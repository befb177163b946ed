namespace Infra.Cli.Shell;

/// <summary>The file that an option names for a report. It is looked at before there is anything to write.</summary>
/// <param name="Option">The option, e.g. <c>--junit</c>.</param>
/// <param name="File">The file.</param>
internal sealed record ReportPath(string Option, string File)
{
    /// <summary>What an option gives; none if it is not given.</summary>
    /// <exception cref="InvalidUsageException">It can't be a file.</exception>
    public static ReportPath? Of(string option, string? file)
    {
        if (file is null)
            return null;

        if (string.IsNullOrWhiteSpace(file))
            throw new InvalidUsageException($"{option} must name a file, got '{file}'");
        if (file == "-")
            throw new InvalidUsageException($"{option} must name a file, got '-': one of that name is ./-");
        return Path.EndsInDirectorySeparator(file) || Directory.Exists(file)
            ? throw new InvalidUsageException($"{option} must name a file, got the directory '{file}'")
            : new(option, file);
    }

    /// <summary>Writes the file whole or not at all.</summary>
    /// <exception cref="InvalidUsageException">It can't be written.</exception>
    public void Write(string content) => ReportFile.Write(File, content, $"{Option} {File}");

    /// <inheritdoc cref="Write(string)"/>
    public void Write(byte[] content) => ReportFile.Write(File, content, $"{Option} {File}");
}
