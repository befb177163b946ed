using System.CommandLine;
using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Claims.Reports;
using Infra.Cli.Live.Verify.Reports;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.Verify;

/// <summary><c>infra verify</c>.</summary>
internal static class VerifyCommand
{
    private const string Help =
        """
        Verifies a running site from outside: the redirect, TLS, the certificate, the front page, header fields, cookies, odd requests.

        Every claim comes with what was seen and with what that does not prove. Nothing is changed, and nothing is sent that could
        harm a site. Any site's header fields are judged by what they mean to browsers; a stack's, and the status of its redirect, are to
        be those that it declares. An answer has 10 seconds, and a claim two minutes, after which it could not be checked.

        Of a stack it says besides whether a prepared version waits for its roll, and releases scaling that a killed 'infra roll' has
        left held; it asks AWS for that, where there are credentials. Exit code 1 if a claim does not hold, 2 if one could not be
        checked and all others hold.

        Examples:
          infra verify https://www.example.com
          infra verify --stack dev
          infra verify --stack prod --junit verify.xml
          infra verify https://www.example.com --connect-to my-alb-123.eu-central-1.elb.amazonaws.com
          infra verify https://staging.example.com --status 401
          infra verify https://localhost:8443 --http-port 8080 --ca site.pem
          infra verify https://www.example.com --json | jq '.checks[] | select(.outcome != "pass")'
        """;

    /// <param name="terminal">Where it writes.</param>
    /// <param name="stamps">Stamps a report that may be kept.</param>
    public static Command Create(Terminal terminal, Stamping stamps)
    {
        var command = new Command("verify", Help);
        var options = new VerifyOptions(command);
        command.SetAction(async (line, cancellation) =>
        {
            try
            {
                var files = options.Report.Files(line);
                var stack = options.Stack(line);
                var made = options.Report.IsKept(line) ? await stamps("infra verify", stack) : null;
                var outputs = stack is null ? null : await SiteOutputs.OfAsync(stack, cancellation);
                var report = await VerifyAsync(options.Site(line, outputs), terminal, cancellation) with { Made = made };
                if (outputs?.Rolls is { } rolls)
                {
                    var notes = new RollNotes(AwsTool.OnPath, TimeProvider.System);
                    report = report with { Notes = await notes.OfAsync(stack!, rolls, cancellation) };
                }

                await WriteAsync(report, options.Report.AsJson(line), terminal);

                // Last, since it may fail, and what was found is not to be lost with it.
                files.Write(report, () => VerifyJson.Of(report));
                return report.ExitCode;
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                await terminal.Error.WriteLineAsync("The verification was broken off.");
                return ExitCode.InvalidUsage;
            }
        });
        return command;
    }

    private static async Task<VerifyReport> VerifyAsync(LiveSite site, Terminal terminal, CancellationToken cancellation)
    {
        using var progress = new ProgressLine(
            terminal.IsErrorWatched ? terminal.Steered : TextWriter.Null, Verifier.Checks(site.IsTls13Only).Count);
        return await Verifier.RunAsync(site, progress, cancellation);
    }

    private static async Task WriteAsync(VerifyReport report, bool asJson, Terminal terminal)
    {
        if (asJson)
            await terminal.Out.WriteLineAsync(VerifyJson.Of(report));
        else if (report.Unreachable is { } why)
            await terminal.Error.WriteLineAsync($"{report.Url} could not be checked: {why}");
        else
            new ClaimText(report, terminal.Styled).Write();

        if (!asJson)
        {
            foreach (var note in report.Notes)
                await terminal.Out.WriteLineAsync(note);
        }
    }
}
