using Infra.Cli.Shell;
using Infra.Cli.Shell.Tools;

namespace Infra.Cli.Report.Printing;

/// <summary>The Chromium of this machine, or a browser that is made from it: it prints a page to PDF without a window.</summary>
/// <param name="program">Its name on PATH.</param>
internal sealed class Chromium(string program)
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

    /// <summary>Prints a page, whole or not at all.</summary>
    /// <param name="page">The HTML file.</param>
    /// <param name="pdf">The file to make.</param>
    /// <param name="cancellation">Breaks it off.</param>
    /// <exception cref="InvalidUsageException">It can't be printed.</exception>
    public async Task PrintAsync(string page, string pdf, CancellationToken cancellation)
    {
        // A profile of its own, which goes with it: the user's may be open, and would be changed.
        var folder = Directory.CreateTempSubdirectory("infra-print-");
        try
        {
            var draft = Path.Combine(folder.FullName, "report.pdf");
            var run = await new Tool(program, longest: Longest).RunAsync(Arguments(page, draft, folder.FullName), cancellation);
            if (!File.Exists(draft))
                throw new InvalidUsageException($"--pdf: {program} printed nothing: {LegibleText.Of(run.Error.Trim())}");

            File.Move(draft, pdf, overwrite: true);
        }
        catch (Exception fault) when (fault is ToolMissingException or ToolHangsException or ToolFloodsException)
        {
            throw new InvalidUsageException($"--pdf: {fault.Message}: print the page from a browser");
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new InvalidUsageException($"--pdf {pdf} can't be written: {fault.Message}");
        }
        finally
        {
            folder.Delete(recursive: true);
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
