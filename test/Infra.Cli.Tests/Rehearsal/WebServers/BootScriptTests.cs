using System.Diagnostics;
using System.Runtime.Versioning;
using Infra.Servers;
using Infra.Tests.Applications;

namespace Infra.Cli.Tests.Rehearsal.WebServers;

/// <summary>How a booting server fetches the site, run by bash with an S3 that answers as told and a clock that does not wait.</summary>
[Category("Live")]
[UnsupportedOSPlatform("windows")]
public sealed class BootScriptTests
{
    private const string NoSuchKey = "An error occurred (NoSuchKey) when calling the GetObject operation: The specified key…";
    private const string NoSuchVersion = "An error occurred (NoSuchVersion) when calling the GetObject operation: The specified version…";
    private const string NotFound = "An error occurred (404) when calling the HeadObject operation: Not Found";
    private const string AccessDenied = "An error occurred (AccessDenied) when calling the GetObject operation: Access Denied";
    private const string NoNetwork = "Could not connect to the endpoint URL: \"https://s3.eu-west-1.amazonaws.com/\"";
    private const string NoBucket = "An error occurred (NoSuchBucket) when calling the GetObject operation: The specified bucket…";

    private static string Script => UserData.Render(Inputs);

    private static string ScriptWithApplication =>
        UserData.Render(Inputs with { Application = new("application.tar", "v1", "60303ae2", ApplicationUnitTests.Run, LogGroup: null) });

    private static UserDataInputs Inputs => new()
    {
        Region = "eu-west-1",
        BucketName = "web-site-1a2b3c4",
        ObjectKey = "site.tar",
        ObjectVersionId = "3HL4kqtJvjVBH40Nrjfkd",
        SiteHash = "9f86d081",
        HealthCheckPath = "/health",
    };

    [TestCase(NoSuchKey)]
    [TestCase(NoSuchVersion)]
    [TestCase(NotFound)]
    public async Task SiteThatS3DoesNotHaveYet_IsWaitedForWithoutATry(string answer)
    {
        var boot = await BootAsync([.. Enumerable.Repeat(answer, 80)]);

        Assert.Multiple(() =>
        {
            Assert.That((boot.ExitCode, boot.Output), Is.EqualTo((0, $"fetched after 80 waits, 800 s\n")), boot.Error);
            Assert.That(boot.Error, Does.Contain(answer).And.Contain("S3 does not have it yet").And.Not.Contain("of 12 failed"));
        });
    }

    // The quarter of an hour that AWS names, and then the tries that everything has.
    [Test]
    public async Task SiteThatS3NeverHas_IsGivenUpAfterAQuarterOfAnHourAndTheTries()
    {
        var boot = await BootAsync([.. Enumerable.Repeat(NoSuchVersion, 500)]);

        Assert.That((boot.ExitCode, boot.Output), Is.EqualTo((1, "")), boot.Error);
        Assert.That(boot.Calls, Is.EqualTo(90 + 12));
        Assert.That(boot.Error, Does.Contain("try 12 of 12 failed: fetch"));
    }

    [TestCase(AccessDenied)]
    [TestCase(NoNetwork)]
    [TestCase(NoBucket)]
    public async Task OtherFault_IsGivenUpAfterTwelveTries(string answer)
    {
        var boot = await BootAsync([.. Enumerable.Repeat(answer, 500)]);

        Assert.That((boot.ExitCode, boot.Output, boot.Calls), Is.EqualTo((1, "", 12)), boot.Error);
        Assert.That(boot.Error, Does.Contain(answer));
    }

    [Test]
    public async Task OtherFaults_AmongWaits_HaveAllTheirTries()
    {
        string[] both = [NoSuchVersion, NoSuchVersion, NoSuchVersion, AccessDenied];

        var boot = await BootAsync([.. Enumerable.Repeat(both, 11).SelectMany(answers => answers)]);

        Assert.That((boot.ExitCode, boot.Output), Is.EqualTo((0, $"fetched after 44 waits, 440 s\n")), boot.Error);
    }

    [Test]
    public async Task Site_ThatIsThere_IsFetchedAtOnceByItsVersion()
    {
        var boot = await BootAsync([]);

        Assert.That((boot.ExitCode, boot.Output), Is.EqualTo((0, $"fetched after 0 waits, 0 s\n")), boot.Error);
        Assert.That(boot.Arguments, Does.StartWith(
            "s3api get-object --region eu-west-1 --bucket web-site-1a2b3c4 --key site.tar --version-id 3HL4kqtJvjVBH40Nrjfkd "));
    }

    // An application may begin with errors of any kind until it is ready.
    [TestCase("000 502 404 403 401 302 500 200 200", 0, 7)]
    [TestCase("200 200", 0, 0)]
    public async Task HealthCheck_IsAskedUntilItAnswersWith200(string answers, int exitCode, int waits)
    {
        var run = await CheckAsync(answers, hasApplication: true);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((exitCode, $"{waits} waits\n")), run.Error);
    }

    [TestCase("302", true, 300)]
    [TestCase("404", true, 300)]
    [TestCase("404", false, 5)]
    public async Task HealthCheck_ThatNeverAnswersWith200_EndsTheBoot(string answer, bool hasApplication, int waits)
    {
        var run = await CheckAsync(string.Join(' ', Enumerable.Repeat(answer, 1000)), hasApplication);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, $"{waits} waits\n")), run.Error);
        Assert.That(run.Error, Does.Contain($"http /health answers {answer}: what curl says\n"));
    }

    private static Task<Boot> CheckAsync(string answers, bool hasApplication)
    {
        var script = hasApplication ? ScriptWithApplication : Script;
        var begin = script.IndexOf("healthy() {", StringComparison.Ordinal);
        var end = script.IndexOf("rm \"$errors\"", begin, StringComparison.Ordinal);
        return RunAsync($$"""
            set -Eeuo pipefail
            answers=({{answers}})
            errors="$(mktemp)"
            asked="$(mktemp)"
            waits=0
            trap 'echo "$waits waits"; rm "$errors" "$asked"' EXIT
            health_check_path=/health
            sleep() { waits=$((waits + 1)); }
            curl() {
              echo >> "$asked"
              echo "what curl says" >&2
              printf '%s' "${answers[$(wc --lines < "$asked") - 1]}"
            }
            {{script[begin..end]}}
            """);
    }

    // Up to where the site is unpacked: what comes then changes the machine.
    private static async Task<Boot> BootAsync(IReadOnlyList<string> failures)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var calls = Path.Combine(folder.FullName, "calls");
            await File.WriteAllLinesAsync(Path.Combine(folder.FullName, "failures"), failures);
            var fetching = Script.Split("install --directory --mode 0755")[0]
                .Replace("/dev/console", Path.Combine(folder.FullName, "console"), StringComparison.Ordinal);
            var script = $$"""
                cd '{{folder.FullName}}'
                export TMPDIR="$PWD"
                SECONDS=0
                dnf() { true; }
                sleep() { SECONDS=$((SECONDS + $1)); echo >> waits; }
                aws() {
                  echo "$*" >> calls
                  local failure
                  failure="$(sed --quiet "$(wc --lines < calls)p" failures)"
                  if [[ -n $failure ]]; then
                    echo "$failure" >&2
                    return 254
                  fi
                }
                {{fetching}}
                touch waits
                waits="$(wc --lines < waits)"
                echo "fetched after $waits waits, $((waits * 10)) s"
                """;
            var run = await RunAsync(script);
            var lines = await File.ReadAllLinesAsync(calls);
            return run with { Calls = lines.Length, Arguments = lines[0] };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Boot> RunAsync(string script)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", "-s")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = bash.StandardOutput.ReadToEndAsync();
        var error = bash.StandardError.ReadToEndAsync();
        await bash.StandardInput.WriteAsync(script);
        bash.StandardInput.Close();
        await bash.WaitForExitAsync();
        return new(bash.ExitCode, await output, await error);
    }

    private sealed record Boot(int ExitCode, string Output, string Error)
    {
        public int Calls { get; init; }

        public string Arguments { get; init; } = "";
    }
}
