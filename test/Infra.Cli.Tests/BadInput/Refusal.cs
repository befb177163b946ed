namespace Infra.Cli.Tests.BadInput;

/// <summary>How the command line takes bad input: one message, exit code 2, and nothing else.</summary>
internal static class Refusal
{
    // Generous: it only ends a test that would wait for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Asserts that a command line is refused with a message, prints nothing and leaves the project as it was.</summary>
    public static async Task AssertAsync(TemporaryProject project, string message, params string[] args)
    {
        var before = FilesOf(project);

        // On another thread, since a file that never ends would block this one before there is a task to wait for.
        var run = await Task.Run(() => Invocation.Of(project.Root, args)).WaitAsync(Patience);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run, Is.EqualTo(new Invocation(2, "", $"{message}\n")));
            Assert.That(FilesOf(project), Is.EqualTo(before));
        }
    }

    private static List<string> FilesOf(TemporaryProject project) =>
        [.. Directory.EnumerateFileSystemEntries(project.Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
