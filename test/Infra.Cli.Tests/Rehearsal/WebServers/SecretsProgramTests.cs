using System.Diagnostics;
using System.Runtime.Versioning;
using Infra.Applications;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.WebServers;

/// <summary>The program that fetches an application's secrets on a server, run by bash with an <c>aws</c> that answers as told.</summary>
[Category("Live")]
[UnsupportedOSPlatform("windows")]
public sealed class SecretsProgramTests
{
    private const string Parameter = "arn:aws:ssm:eu-west-1:111122223333:parameter/web/db";
    private const string Secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:key-AbCdEf";

    private string _folder = null!;

    private string Kept => Path.Combine(_folder, "run", "secrets");

    [SetUp]
    public void Create() => _folder = Directory.CreateTempSubdirectory("infra-secrets-").FullName;

    [TearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Values_OfAnyText_AreKeptForRootAloneAsSystemdReadsThem()
    {
        var run = await RunAsync("""printf 'a"b$c`d\\e\nline 2 %%h\n'""");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var value = "\"a\\\"b\\$c\\`d\\\\e\nline 2 %h\"";
        Assert.That(await File.ReadAllTextAsync(Kept), Is.EqualTo($"DB={value}\nKEY={value}\n"));
        Assert.That(File.GetUnixFileMode(Kept), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task Calls_NameTheArnsAndNothingElse()
    {
        await RunAsync("echo value");

        Assert.That(await File.ReadAllLinesAsync(Path.Combine(_folder, "calls")), Is.EqualTo(new[]
        {
            $"--region eu-west-1 --output text ssm get-parameter --name {Parameter} --with-decryption --query Parameter.Value",
            $"--region eu-west-1 --output text secretsmanager get-secret-value --secret-id {Secret} --query SecretString",
        }));
    }

    // The former ones stay, and systemd does not start the application: it tries again a second later.
    [PlainCase("echo AccessDenied >&2; return 254", "AccessDenied")]
    [TestCase("echo None", "application secret DB holds no text")]
    public async Task Fault_EndsItAndLeavesNothingHalf(string answer, string error)
    {
        var run = await RunAsync(answer);

        Assert.That(run.ExitCode, Is.Not.Zero);
        Assert.That(run.Error, Does.Contain(error));
        Assert.That(Directory.EnumerateFiles(Path.GetDirectoryName(Kept)!), Is.Empty);
    }

    private async Task<(int ExitCode, string Error)> RunAsync(string answer)
    {
        var program = SecretsProgram.Render("eu-west-1", [new("DB", Parameter), new("KEY", Secret)])
            .Replace("/run/application", Path.Combine(_folder, "run"), StringComparison.Ordinal);
        using var bash = Process.Start(new ProcessStartInfo("bash", "-s")
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
        })!;
        await bash.StandardInput.WriteAsync($$"""
            aws() {
              echo "$*" >> '{{_folder}}/calls'
              {{answer}}
            }
            {{program}}
            """);
        bash.StandardInput.Close();
        var error = await bash.StandardError.ReadToEndAsync();
        await bash.WaitForExitAsync();
        return (bash.ExitCode, error);
    }
}
