using System.Runtime.Versioning;
using Infra.Cli.Rehearsal.Processes;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Processes;

[Platform("Unix", Reason = "Runs shell scripts.")]
[UnsupportedOSPlatform("windows")]
internal sealed class ChildProcessTests
{
    [TestCase("", "")]
    [TestCase("echo one", "one")]
    [PlainCase("seq 7", "3\n4\n5\n6\n7")]
    public async Task LastWords_AreTheLastLines(string script, string words) =>
        Assert.That(await LastWordsOf(script), Is.EqualTo(words));

    [Test]
    public async Task LastWords_OfALineWithoutAnEnd_AreItsEnd() =>
        Assert.That(
            await LastWordsOf("head -c 20000000 /dev/zero | tr '\\0' a; echo b"), Has.Length.LessThanOrEqualTo(4096).And.EndsWith("aab"));

    private static async Task<string> LastWordsOf(string script)
    {
        await using var process = ChildProcess.Start("/bin/sh", "-c", $"exec >&2; {script}");
        return await process.Ended.WaitAsync(TimeSpan.FromSeconds(30));
    }
}
