using System.Diagnostics;
using System.Runtime.Versioning;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Docs;

// The script that keeps the pipeline from verifying the old servers, with an `aws` that gives one answer after another.
[Category("Live")]
[UnsupportedOSPlatform("windows")]
public sealed class WaitForRollTests
{
    private const string Old = "Failed\t2023-11-14T22:13:19+00:00\tof a deployment before\n";

    private const string Now = "2023-11-14T22:13:20+00:00";

    // The moment `Now`.
    private const string BeforeUp = "1700000000";

    private string _folder = "";

    [SetUp]
    public void MakeTools()
    {
        _folder = Directory.CreateTempSubdirectory().FullName;
        Tool("pulumi", "echo a-group");
        // The last answer stays; without any, it fails as without credentials.
        Tool("aws", $"cd '{_folder}'; set -- answer-*; cat \"$1\" || exit 254; [ $# -eq 1 ] || rm \"$1\"");
    }

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [TestCase("\n", TestName = "Wait_WithoutAnyRoll_GoesOn")]
    [TestCase(Old, TestName = "Wait_WithOnlyAnOlderRoll_GoesOn")]
    [TestCase($"Pending\tNone\tNone\n{Old}", $"InProgress\t{Now}\tNone\n{Old}", $"Successful\t{Now}\tNone\n{Old}",
        TestName = "Wait_ForARoll_GoesOnWhenItIsDone")]
    public async Task Wait_GoesOn(params string[] answers)
    {
        var (status, output) = await WaitAsync(answers);

        Assert.That(status, Is.Zero, output);
        Assert.That(Directory.GetFiles(_folder, "answer-*"), Has.Length.EqualTo(1));
    }

    [TestCase("Failed")]
    [TestCase("Cancelled")]
    [TestCase("RollbackSuccessful")]
    [TestCase("RollbackFailed")]
    public async Task Wait_ForARollThatFails_FailsWithItsStatus(string end)
    {
        var (status, output) = await WaitAsync([$"RollbackInProgress\t{Now}\tNone\n", $"{end}\t{Now}\tnot healthy in time\n"]);

        Assert.That(status, Is.EqualTo(1));
        Assert.That(output, Does.Contain($"{end} not healthy in time"));
    }

    [Test]
    public async Task Wait_ForARollWithoutAnEnd_Ends()
    {
        var (status, output) = await WaitAsync([$"InProgress\t{Now}\tNone\n"], limit: "0");

        Assert.That(status, Is.EqualTo(1));
        Assert.That(output, Does.Contain("not done after 0 seconds"));
    }

    [Test]
    public async Task Wait_WithoutAnAnswer_Fails()
    {
        Assert.That((await WaitAsync([])).Status, Is.Not.Zero);
    }

    private async Task<(int Status, string Output)> WaitAsync(string[] answers, string limit = "600")
    {
        for (var index = 0; index < answers.Length; index++)
            await File.WriteAllTextAsync(Path.Combine(_folder, $"answer-{index}"), answers[index]);

        var start = new ProcessStartInfo(Path.Combine(Repository.Root, ".github", "wait-for-roll"), ["dev", BeforeUp])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["ROLL_LIMIT"] = limit;
        start.Environment["ROLL_PAUSE"] = "0";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }

    private void Tool(string name, string script)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }
}
