using System.Runtime.Versioning;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Drill;

/// <summary>A folder for PATH, with shell scripts that play the Pulumi CLI and the aws tool.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class ScriptedTools : IDisposable
{
    /// <summary>What the Pulumi CLI says of a stack; <c>{site}</c> stands for its URL.</summary>
    public const string Outputs =
        """
        {
          "url": "{site}", "region": "eu-west-1", "autoScalingGroupName": "fleet-group", "targetGroupName": "web-tg",
          "secondsToNoticeSickServer": 50, "secondsToReplaceSickServer": 440, "secondsToAddServer": 630, "vpcId": "vpc-1",
          "rollout": "promote", "launchTemplateId": "lt-c19448849f7a4ce5a", "preparedVersion": "1", "provenVersion": "1",
          "secondsToWarmUp": 20, "secondsToRoll": 1860,
          "rollAlarmNames": ["watch-server-errors", "watch-load-balancer-errors"]
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("infra-drill-");

    public string Folder => _folder.FullName;

    /// <summary>The aws tool's command lines so far.</summary>
    public string[] Calls => File.Exists(CallsFile) ? File.ReadAllLines(CallsFile) : [];

    private string CallsFile => Path.Combine(Folder, "calls");

    /// <summary>Adds the Pulumi CLI, which knows one stack.</summary>
    /// <param name="site">Where the stack's site is; where nothing answers unless given.</param>
    public void Pulumi(string site = "https://127.0.0.1:9")
    {
        var outputs = Outputs.Replace("{site}", site, StringComparison.Ordinal);
        Add("pulumi", $"[ \"$3 ${{4%=*}} $5\" = '--json --stack --non-interactive' ] && /bin/cat <<'END'\n{outputs}\nEND");
    }

    /// <summary>Adds the aws tool, which answers as recorded whatever happens; target health goes through a filter.</summary>
    public void Aws(string filter = "cat")
    {
        var transcript = Path.Combine(Repository.Root, "test", "Infra.Cli.Tests", "Live", "Drill", "Transcript");
        Add(
            "aws",
            $"""
            [ -z "$AWS_PAGER" ] && [ "$AWS_RETRY_MODE" = standard ] || exit 9
            echo "$*" >>{CallsFile}
            [ "$2" != set-instance-health ] || exit 0
            if [ "$2" = describe-target-health ]; then /bin/{filter} {transcript}/$1.$2.json; else /bin/cat {transcript}/$1.$2.json; fi
            """);
    }

    /// <summary>Adds a program.</summary>
    public void Add(string name, string script)
    {
        var file = Path.Combine(Folder, name);
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
