using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Infra.Cli.Live.Claims.Reports;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Emulation;
using Infra.Cli.Rehearsal.LoadBalancing;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Rehearsal.WebServers;
using Infra.Cli.Shell;

namespace Infra.Cli.Rehearsal;

/// <summary>The options of <c>infra rehearse</c>.</summary>
internal sealed class RehearseOptions
{
    /// <summary>The option that gives the application another command for this machine.</summary>
    public const string CommandOption = "--application-command";

    /// <summary>The option that takes a secret of the application from the environment.</summary>
    public const string SecretOption = "--secret";

    private const string SvgOption = "--svg";

    private const double DefaultSpeed = 60;

    // A check on a busy machine needs this long; less, and its delays would look like sick servers.
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(50);

    private readonly Option<bool> _drill = new("--drill")
    {
        Description = "Breaks, loads and rolls the stack by a script, and ends with a verdict for each requirement.",
    };

    private readonly Option<bool> _fast = new("--fast")
    {
        Description = "Simulates the drill on a virtual clock and prints its timeline at once: no process, no port.",
    };

    private readonly Option<string?> _svg = new(SvgOption)
    {
        Description = "Also writes a plot of the drill over time to this file, as SVG.",
        HelpName = "file",
    };

    private readonly Option<double> _speed = new("--speed")
    {
        Description = "How many seconds of AWS's time pass in one of this machine's.",
        HelpName = "factor",
        DefaultValueFactory = _ => DefaultSpeed,
        CustomParser = ParseSpeed,
    };

    private readonly Option<bool> _embedded = new("--embedded") { Description = "Takes embedded servers even where nginx is installed." };

    private readonly Option<string?> _command = new(CommandOption)
    {
        Description = "Starts the application by this command here, where that of the stack is for servers alone.",
        HelpName = "command",
    };

    private readonly Option<string[]> _secret = new(SecretOption)
    {
        Description = "Takes a secret of the application, by its variable, from this environment. Can be given several times.",
        HelpName = "name",
    };

    private readonly Option<int> _httpPort = Port("--http-port", "The load balancer's port for HTTP");
    private readonly Option<int> _httpsPort = Port("--https-port", "The load balancer's port for HTTPS");
    private readonly Option<int> _pagePort = Port("--page-port", "The page's port");

    /// <summary>Adds them to a command.</summary>
    public RehearseOptions(Command command)
    {
        foreach (var option in (Option[])[_drill, _fast, .. Live])
            command.Options.Add(option);
        Report = new(command, isEvidence: true);
        command.Options.Add(_svg);
        command.AddRule(line =>
        {
            if (Report.AreGiven(line) && !line.GetValue(_drill) && !line.GetValue(_fast))
                line.AddError("--json, --junit and --evidence are for a drill's report: add --drill or --fast.");
            if (line.GetValue(_svg) is not null && !line.GetValue(_drill) && !line.GetValue(_fast))
                line.AddError($"{SvgOption} is for a plot of a drill: add --drill or --fast.");
            if (line.GetValue(_fast) && Report.IsEvidence(line))
                line.AddError("--evidence is for a live rehearsal, since 'infra report' has a fast one of its own: leave one out.");
            foreach (var option in Live)
            {
                if (line.GetValue(_fast) && line.GetResult(option) is { Implicit: false })
                    line.AddError($"{option.Name} is for a live rehearsal, and --fast has neither clock, process nor port: leave one out.");
            }
        });
    }

    /// <summary>Where the report goes.</summary>
    public ReportOptions Report { get; }

    private Option[] Live => [_speed, _embedded, _command, _secret, _httpPort, _httpsPort, _pagePort];

    public bool IsDrill(ParseResult line) => line.GetValue(_drill);

    public bool IsFast(ParseResult line) => line.GetValue(_fast);

    /// <summary>Where to write the plot; none if nowhere.</summary>
    /// <exception cref="InvalidUsageException">It can't be a file.</exception>
    public ReportPath? SvgFile(ParseResult line) => ReportPath.Of(SvgOption, line.GetValue(_svg));

    public int PagePort(ParseResult line) => line.GetValue(_pagePort);

    /// <summary>How to bring the stack up.</summary>
    /// <exception cref="InvalidUsageException">The speed is out of range for this stack.</exception>
    public EmulationOptions Emulation(ParseResult line, RehearsedStack declared)
    {
        var speed = line.GetValue(_speed);
        var highest = declared.TargetGroup.HealthCheck.Timeout / ShortestTimeout;
        if (!(speed >= 1 && speed <= highest))
        {
            throw new InvalidUsageException(string.Create(
                CultureInfo.InvariantCulture,
                $"--speed must be from 1 to {highest}, at which a health check of {declared.StackName} still has "
                + $"{ShortestTimeout.TotalMilliseconds} ms, got {speed}"));
        }

        return new(
            speed,
            new LocalPorts(line.GetValue(_httpPort), line.GetValue(_httpsPort)),
            ServerModel.Default,
            PrefersNginx: !line.GetValue(_embedded),
            new(line.GetValue(_command), line.GetValue(_secret) ?? [])
            {
                // As long as on AWS, where the group gives a server that boots this time.
                Patience = TimeSpan.FromTicks(
                    Math.Max(ApplicationOptions.LeastPatience.Ticks, declared.Group.HealthCheckGracePeriod.Ticks)),
            });
    }

    private static double ParseSpeed(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var speed))
            result.AddError($"--speed must be a number such as {DefaultSpeed}, got '{text}'");
        return speed;
    }

    private static Option<int> Port(string name, string what) => new(name)
    {
        Description = $"{what}; any free one unless given.",
        HelpName = "port",
        CustomParser = result => ParsePort(result, name),
    };

    private static int ParsePort(ArgumentResult result, string name)
    {
        var text = result.Tokens[0].Value;
        if (!ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            result.AddError($"{name} must be a whole number from 0 to {ushort.MaxValue}, got '{text}'");
        return port;
    }
}
