using System.Globalization;
using Infra.Cli.Shell;
using Infra.Cli.Shell.Tools;

namespace Infra.Cli.Report.Printing;

/// <summary>The Chromium of this machine, or a browser that is made from it: it prints a page to PDF without a window.</summary>
/// <param name="program">Its name on PATH.</param>
/// <param name="longest">How long it may take; 2 minutes unless given.</param>
internal sealed class Chromium(string program, TimeSpan? longest = null)
{
    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"];

    // A page of a megabyte is printed in a few seconds.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Finds it.</summary>
    /// <exception cref="InvalidUsageException">There is none.</exception>
    public static Chromium Find() => Names.FirstOrDefault(name => ProgramPath.Find(name) is not null) is { } program
        ? new(program)
        : throw new InvalidUsageException(
            $"--pdf needs Chromium, and none of {string.Join(", ", Names)} is on PATH: install one, or print the page from a browser");

    /// <summary>Prints a page.</summary>
    /// <param name="html">The page, which needs nothing else.</param>
    /// <param name="cancellation">Breaks it off.</param>
    /// <returns>The PDF.</returns>
    /// <exception cref="InvalidUsageException">It can't be printed.</exception>
    public async Task<byte[]> PrintAsync(string html, CancellationToken cancellation)
    {
        // A profile of its own, which goes with it: the user's may be open, and would be changed.
        var folder = Directory.CreateTempSubdirectory("infra-print-");
        try
        {
            var (page, pdf) = (Path.Combine(folder.FullName, "report.html"), Path.Combine(folder.FullName, "report.pdf"));
            await File.WriteAllTextAsync(page, html, cancellation);
            var run = await new Tool(program, longest: longest ?? Longest).RunAsync(Arguments(page, pdf, folder.FullName), cancellation);

            // What it leaves behind when it fails may be half of one.
            return run.ExitCode == 0 && File.Exists(pdf)
                ? await File.ReadAllBytesAsync(pdf, cancellation)
                : throw new InvalidUsageException($"--pdf: {program} printed nothing: {Reason(run)}");
        }
        catch (Exception fault) when (fault is ToolMissingException or ToolHangsException or ToolFloodsException)
        {
            throw new InvalidUsageException($"--pdf: {fault.Message}: print the page from a browser");
        }
        finally
        {
            Remove(folder);
        }
    }

    private static string Reason(ToolRun run) => run.Error.Trim() is { Length: > 0 } error
        ? LegibleText.Of(error)
        : string.Create(CultureInfo.InvariantCulture, $"it ended with {run.ExitCode}, and did not say why");

    // Processes of a browser that was ended may still write; what they leave is the system's to tidy, and no failure of the report.
    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static IEnumerable<string> Sandbox =>
        // Chromium refuses to start its sandbox as root, as in a container. The page has no script, and is our own.
        Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? ["--no-sandbox"] : [];

    private static IReadOnlyList<string> Arguments(string page, string pdf, string profile) =>
    [
        "--headless",
        .. Sandbox,
        "--disable-gpu",
        "--no-first-run",
        "--no-pdf-header-footer",
        $"--user-data-dir={Path.Combine(profile, "profile")}",
        $"--print-to-pdf={pdf}",
        new Uri(Path.GetFullPath(page)).AbsoluteUri,
    ];
}
