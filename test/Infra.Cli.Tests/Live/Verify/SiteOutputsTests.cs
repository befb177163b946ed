using System.Globalization;
using System.Runtime.Versioning;
using System.Text.Json;
using Infra.Cli.Live;
using Infra.Cli.Live.Verify;
using Infra.Cli.Shell;
using Infra.Cli.Tests.Checks;
using Infra.Cli.Tests.Rehearsal;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Verify;

/// <summary>With a shell script that plays the Pulumi CLI.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class SiteOutputsTests
{
    private DirectoryInfo _folder = null!;
    private string? _path;

    [SetUp]
    public void APathOfItsOwn()
    {
        _folder = Directory.CreateTempSubdirectory("infra-pulumi-");
        _path = Environment.GetEnvironmentVariable("PATH");
        Environment.SetEnvironmentVariable("PATH", _folder.FullName);
    }

    [TearDown]
    public void ThePathAsItWas()
    {
        Environment.SetEnvironmentVariable("PATH", _path);
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task Outputs_AreWhatThePulumiCliSays()
    {
        Answers(
            """{ "url": "https://www.example.com", "healthCheckPath": "/up", "tlsPolicy": "a", "certificate": "-----","""
            + """ "secondsToAddServer": 3 }""");

        var outputs = await AskAsync();

        Assert.That(
            (outputs.Url, outputs.HealthCheckPath, outputs.TlsPolicy, outputs.Certificate),
            Is.EqualTo(("https://www.example.com", "/up", "a", "-----")));
    }

    [Test]
    public async Task Outputs_ThatAStackDoesNotHave_AreNone()
    {
        Answers("""{ "url": "https://www.example.com", "certificate": null, "tlsPolicy": "" }""");

        var outputs = await AskAsync();

        Assert.That(
            (outputs.HealthCheckPath, outputs.TlsPolicy, outputs.Certificate),
            Is.EqualTo(((string?)null, (string?)null, (string?)null)));
    }

    [PlainCase("""{ "url": "https://a.example" }""", null)]
    [PlainCase("""{ "responseHeaders": null }""", null)]
    [PlainCase("""{ "responseHeaders": { "X-B": "2", "X-A": "1" } }""", "X-A: 1, X-B: 2")]
    public async Task ResponseHeaders_AreThoseThatItSays_OrNone(string outputs, string? fields)
    {
        Answers(outputs);

        var said = (await AskAsync()).ResponseHeaders;

        Assert.That(said is null ? null : string.Join(", ", said.Select(header => $"{header.Key}: {header.Value}")), Is.EqualTo(fields));
    }

    [PlainCase("\"[secret]\"")]
    [PlainCase("[\"X-A\"]")]
    [PlainCase("{\"X-A\":1}")]
    [PlainCase("{\"X-A\":1,\"X-B\":\"2\"}")]
    public async Task ResponseHeaders_OfAnotherForm_AreRefused(string value)
    {
        Answers($$"""{ "responseHeaders": {{value}} }""");

        var outputs = await AskAsync();

        Assert.That(() => outputs.ResponseHeaders, Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
            $"--stack dev: the output 'responseHeaders' must be header fields with their values, got '{value}'; give the URL itself"));
    }

    [PlainCase("{}")]
    [PlainCase("null")]
    public async Task Stack_ThatIsNotDeployed_IsSaidToBeSo(string json)
    {
        Answers(json);

        var outputs = await AskAsync();

        Assert.That(() => outputs.Url, Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
            "--stack dev must be deployed, and has no output 'url': run 'pulumi up --stack dev' first"));
    }

    [Test]
    public async Task Secret_IsNotTakenForAValue()
    {
        Answers("""{ "url": "[secret]" }""");

        var outputs = await AskAsync();

        Assert.That(
            () => outputs.Url,
            Throws.TypeOf<InvalidUsageException>().With.Message.StartsWith("--stack dev: the output 'url' must not be secret, and is; "));
    }

    [PlainCase("")]
    [PlainCase("[]")]
    [PlainCase("{ \"url\": ")]
    [PlainCase("""{"url":"\ud800"}""")]
    [PlainCase("""{"url":"https://a","region":["\udc00"]}""")]
    public async Task Answer_ThatIsNoObject_IsQuoted(string json)
    {
        Answers(json);

        await Assert.ThatAsync(AskAsync, Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
            $"--stack dev: 'pulumi stack output --json' must print an object, got '{json.Trim()}'; give the URL itself"));
    }

    [Test]
    public async Task Failure_IsToldInThePulumiClisWords()
    {
        Pulumi("""echo "error: no stack named 'dev' found" >&2; exit 255""");

        await Assert.ThatAsync(AskAsync, Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
            "--stack dev: 'pulumi stack output' failed: error: no stack named 'dev' found"));
    }

    [Test]
    [Requirement("R3")]
    public async Task Verify_OfAStack_TakesItsCertificateItsHealthPathAndItsPolicy()
    {
        await using var site = await VerifiedSite.StartAsync(
            stack => stack.WithHttps(https => https with { TlsPolicy = "ELBSecurityPolicy-TLS13-1-3-2021-06" }),
            request => request.Path.Value is "/" or "/up" or LiveSite.DefaultHealthPath ? 200 : 404);
        Answers(JsonSerializer.Serialize(new
        {
            url = site.Site.Url.GetLeftPart(UriPartial.Authority),
            certificate = site.CertificatePem,
            healthCheckPath = "/up",
            tlsPolicy = "ELBSecurityPolicy-TLS13-1-3-2021-06",
        }));

        var run = await Invocation.Of(
            Reference.Root, "verify", "--stack", "dev", "--http-port", site.Site.HttpPort!.Value.ToString(CultureInfo.InvariantCulture));

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")), run.Out);
        Assert.That(run.Out, Does.Contain(", trusted by the stack's outputs\n").And.Contain("\n          /up: 200\n"));
        Assert.That(run.Out, Does.Contain("PASS  R3  the server accepts TLS 1.3 and refuses TLS 1.2\n"));
    }

    // Whether the rehearsed site has the hybrid is up to the machine's OpenSSL: from 3.5 on.
    [Test]
    [Requirement("R3")]
    public async Task Verify_OfAStack_WithAPostQuantumPolicy_WantsTheHybrid()
    {
        await using var site = await VerifiedSite.StartAsync();
        Answers(JsonSerializer.Serialize(new
        {
            url = site.Site.Url.GetLeftPart(UriPartial.Authority),
            certificate = site.CertificatePem,
            tlsPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
        }));

        var run = await Invocation.Of(
            Reference.Root, "verify", "--stack", "dev", "--http-port", site.Site.HttpPort!.Value.ToString(CultureInfo.InvariantCulture));

        var isOffered = run.Out.Contains("hybrid X25519MLKEM768 offered", StringComparison.Ordinal);
        Assert.That(run.ExitCode, Is.EqualTo(isOffered ? 0 : 1), run.Out);
    }

    [Test]
    public async Task Verify_OfAStack_WhereAVersionWaits_SaysSoLast_AndPassesAllTheSame()
    {
        await using var site = await VerifiedSite.StartAsync();
        Answers(JsonSerializer.Serialize(new
        {
            url = site.Site.Url.GetLeftPart(UriPartial.Authority),
            certificate = site.CertificatePem,
            region = "eu-west-1",
            autoScalingGroupName = "fleet-group",
            targetGroupName = "web-tg",
            secondsToNoticeSickServer = 1,
            secondsToReplaceSickServer = 1,
            secondsToAddServer = 1,
            rollout = "promote",
            launchTemplateId = "lt-1",
            preparedVersion = "7",
            provenVersion = "6",
            secondsToWarmUp = 20,
            secondsToRoll = 1860,
            rollAlarmNames = Array.Empty<string>(),
        }));
        string[] command =
            ["verify", "--stack", "dev", "--http-port", site.Site.HttpPort!.Value.ToString(CultureInfo.InvariantCulture)];

        var text = await Invocation.Of(Reference.Root, command);
        var json = await Invocation.Of(Reference.Root, [.. command, "--json"]);

        Assert.That((text.ExitCode, text.Error), Is.EqualTo((0, "")), text.Out);
        Assert.That(text.Out, Does.EndWith(
            "Version 7 of the launch template is prepared and waits; the servers run version 6: 'infra roll dev' rolls it out. "
            + "That is as of the last 'pulumi up': AWS was not asked.\n"));
        Assert.That(JsonDocument.Parse(json.Out).RootElement.GetProperty("notes").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task Certificate_OfAStack_ThatIsNone_IsOneMessage()
    {
        Answers("""{ "url": "https://www.example.com", "certificate": "nothing" }""");

        var run = await Invocation.Of(Reference.Root, "verify", "--stack", "dev");

        Assert.That(run, Is.EqualTo(new Invocation(
            2, "", "--stack dev: the output 'certificate' holds no certificate: it must have one or more, in PEM\n")));
    }

    [Test]
    public async Task PulumiCli_ThatIsNotThere_IsSaidToBeNeeded() =>
        await Assert.ThatAsync(
            AskAsync,
            Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
                "--stack dev needs the Pulumi CLI, and there is no 'pulumi' on PATH: install it, or give the URL itself"));

    [Test]
    public async Task PulumiCli_ThatHangs_EndsWithTheCommand()
    {
        var pidFile = Path.Combine(_folder.FullName, "pid");
        Pulumi($"echo $$ > {pidFile}.new; /bin/mv {pidFile}.new {pidFile}; exec /bin/sleep 600");
        using var end = new CancellationTokenSource();

        var asking = SiteOutputs.OfAsync("dev", end.Token);
        Assert.That(() => File.Exists(pidFile), Is.True.After(30).Seconds.PollEvery(10).MilliSeconds);
        await end.CancelAsync();

        await Assert.ThatAsync(() => asking, Throws.InstanceOf<OperationCanceledException>());
        var pid = (await File.ReadAllTextAsync(pidFile)).Trim();
        Assert.That(() => Directory.Exists($"/proc/{pid}"), Is.False.After(30).Seconds.PollEvery(10).MilliSeconds);
    }

    [Test]
    public async Task Verification_ThatIsBrokenOff_SaysSo()
    {
        Pulumi("exec /bin/sleep 600");
        using var error = new StringWriter();
        using var broken = new CancellationTokenSource(TimeSpan.FromSeconds(0.1));
        var verify = VerifyCommand.Create(
            new(TextWriter.Null, error, PlainConsole.Of(TextWriter.Null)), (_, _) => throw new AssertionException("no report is kept"));

        var exitCode = await verify.Parse("--stack dev").InvokeAsync(new() { ProcessTerminationTimeout = null }, broken.Token);

        Assert.That((exitCode, error.ToString()), Is.EqualTo((2, "The verification was broken off.\n")));
    }

    private static Task<SiteOutputs> AskAsync() => SiteOutputs.OfAsync("dev", CancellationToken.None);

    private void Answers(string json) => Pulumi($"""
        [ "$*" = "stack output --json --stack=dev --non-interactive" ] || exit 1
        /bin/cat <<'END'
        {json}
        END
        """);

    private void Pulumi(string script)
    {
        var file = Path.Combine(_folder.FullName, "pulumi");
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }
}
