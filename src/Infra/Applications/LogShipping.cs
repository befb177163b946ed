namespace Infra.Applications;

/// <summary>
/// Writes the part of the boot script by which the application's output goes to CloudWatch Logs. Its agent reads files, and only newer
/// ones read the journal (https://github.com/aws/amazon-cloudwatch-agent/pull/2121), so a follower of the journal writes one.
/// </summary>
public static class LogShipping
{
    /// <summary>The packages that it needs.</summary>
    public const string Packages = "amazon-cloudwatch-agent logrotate";

    /// <summary>The file that the application's output is written to.</summary>
    public const string File = "/var/log/application.log";

    private const string Agent = "/opt/aws/amazon-cloudwatch-agent";

    /// <summary>
    /// What starts it. A server whose output stays on it serves all the same: that is told on the console, and does not end the boot.
    /// </summary>
    /// <param name="logGroup">The log group's name.</param>
    public static string Install(string logGroup)
    {
        string Sent(string file, string stream) =>
            $$"""{ "file_path": "{{file}}", "log_group_name": "{{logGroup}}", "log_stream_name": "{instance_id}/{{stream}}" }""";
        return $$"""
        cat > /etc/systemd/system/application-log.service <<'APPLICATION_LOG'
        [Unit]
        Description=The application's output as a file

        [Service]
        ExecStart=/usr/bin/journalctl --unit application --follow --lines all --output cat
        StandardOutput=append:{{File}}
        Restart=always
        UMask=0077

        [Install]
        WantedBy=multi-user.target
        APPLICATION_LOG
        # A disk that is full would end the server. In between the journal takes what it takes: some ten thousand lines in half a
        # minute from a service, more on a disk with room. https://www.freedesktop.org/software/systemd/man/latest/journald.conf.html
        cat > /etc/logrotate.d/application <<'APPLICATION_LOG_ROTATION'
        {{File}} {
          size 64M
          rotate 1
          copytruncate
          missingok
        }
        APPLICATION_LOG_ROTATION
        install --directory /etc/systemd/system/logrotate.timer.d
        printf '[Timer]\nOnCalendar=\nOnCalendar=*:0/10\nRandomizedDelaySec=0\n' > /etc/systemd/system/logrotate.timer.d/often.conf
        cat > {{Agent}}/etc/application.json <<'APPLICATION_LOG_AGENT'
        {
          "logs": {
            "logs_collected": {
              "files": {
                "collect_list": [
                  {{Sent(File, "application")}},
                  {{Sent("/var/log/nginx/error.log", "nginx")}},
                  {{Sent("/var/log/cloud-init-output.log", "boot")}}
                ]
              }
            }
          }
        }
        APPLICATION_LOG_AGENT
        if ! { systemctl daemon-reload && systemctl restart logrotate.timer && systemctl enable --now application-log \
          && {{Agent}}/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s -c file:{{Agent}}/etc/application.json; }; then
          report "the application's output does not go to CloudWatch"
        fi

        """;
    }
}
