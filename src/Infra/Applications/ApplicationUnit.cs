using System.Globalization;
using System.Text;

namespace Infra.Applications;

/// <summary>
/// Writes the systemd unit that runs the application: as a user of its own that can write to nothing but its own folders, started again
/// whenever it ends, and stopped with time to finish. See https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html.
/// </summary>
public static class ApplicationUnit
{
    /// <summary>The file that the unit stands in.</summary>
    public const string File = "/etc/systemd/system/application.service";

    /// <summary>The user that runs the application, and nothing else.</summary>
    public const string User = "application";

    /// <summary>The folder with the application's files, which it can read and not write.</summary>
    public const string Folder = "/srv/application";

    /// <summary>What an application may write to, and is its user's home. It is gone with the server.</summary>
    public const string StateFolder = "/var/lib/application";

    /// <summary>The program that fetches the secrets before each start.</summary>
    public const string SecretsProgram = "/usr/local/sbin/application-secrets";

    /// <summary>Where it leaves them, for root alone, in memory.</summary>
    public const string SecretsFile = "/run/application/secrets";

    /// <summary>
    /// How long an application may take to finish, in seconds: as long as the longest deregistration delay. By then the load balancer has
    /// taken the server out. Were it the delay itself, another delay would be another script, and roll the servers.
    /// </summary>
    public const int StopSeconds = 120;

    /// <summary>The text of the unit.</summary>
    public static string Render(ApplicationRun run)
    {
        var port = run.Proxy.Port;
        var words = run.Command.For(port);
        var program = run.Command.File is { } file ? $"{Folder}/{file}" : words[0];
        var unit = new StringBuilder();
        unit.Append("""
            [Unit]
            Description=The application behind nginx
            Wants=network-online.target
            After=network-online.target
            # nginx, which is the first to stop.
            Before=nginx.service
            StartLimitIntervalSec=0

            [Service]
            Type=exec

            """.ReplaceLineEndings("\n"));
        if (run.Secrets.Count > 0)
        {
            unit.Append(CultureInfo.InvariantCulture, $"ExecStartPre=+{SecretsProgram}\n");
            unit.Append(CultureInfo.InvariantCulture, $"EnvironmentFile=-{SecretsFile}\n");
        }

        foreach (var (name, value) in EnvironmentVariable.All(run.Environment, port))
            unit.Append(CultureInfo.InvariantCulture, $"Environment={UnitText.Quoted($"{name}={value}")}\n");

        unit.Append(CultureInfo.InvariantCulture, $"ExecStart={UnitText.CommandLine([program, .. words.Skip(1)])}\n");
        unit.Append($$"""
            User={{User}}
            WorkingDirectory={{Folder}}
            StateDirectory=application
            Restart=always
            RestartSec=1
            KillMode=mixed
            TimeoutStopSec={{StopSeconds}}
            UMask=0077
            NoNewPrivileges=yes
            CapabilityBoundingSet=
            AmbientCapabilities=
            ProtectSystem=strict
            ProtectHome=yes
            PrivateTmp=yes
            PrivateDevices=yes
            ProtectProc=invisible
            ProtectKernelTunables=yes
            ProtectKernelModules=yes
            ProtectKernelLogs=yes
            ProtectControlGroups=yes
            ProtectClock=yes
            ProtectHostname=yes
            # By the last of these Node.js and .NET ask the kernel for the network interfaces, and without a capability no more.
            RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
            RestrictNamespaces=yes
            RestrictSUIDSGID=yes
            RestrictRealtime=yes
            LockPersonality=yes
            SystemCallArchitectures=native

            [Install]
            WantedBy=multi-user.target

            """.ReplaceLineEndings("\n"));
        return unit.ToString();
    }
}
