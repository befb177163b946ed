using System.CommandLine;
using System.CommandLine.Invocation;

namespace Infra.Cli.Shell.Help;

/// <summary>Says which program this is, and with which packages it runs.</summary>
internal sealed class VersionAction(string program) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine($"{program} {PackageVersions.Program}\n{PackageVersions.InUse}");
        return ExitCode.Done;
    }
}
