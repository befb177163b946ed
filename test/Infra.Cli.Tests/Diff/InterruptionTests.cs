using Infra.Cli.Tests.BadInput;

namespace Infra.Cli.Tests.Diff;

/// <summary>Ctrl-C in the middle of a build of a former program.</summary>
[Category("Live")]
internal sealed class InterruptionTests
{
    [Test, Platform("Linux")]
    public async Task CtrlC_WhileItBuilds_LeavesNothing()
    {
        using var repository = new GitRepository(StackFile.And(""));
        repository
            .With("src/Infra.Cli/Infra.Cli.csproj",
                """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                  <Target Name="Wait" BeforeTargets="Restore"><Exec Command="sleep 300" /></Target>
                </Project>
                """)
            .Commit("One that takes its time");
        repository.With("src/Infra.Cli/Program.cs", "// This one.\n");

        await using var infra = InfraProcess.Start(
            Environment.GetEnvironmentVariable("PATH")!, ["diff", "dev", "--against", "HEAD"], repository.Root);
        await infra.ReadErrorToAsync("Building the program of HEAD");
        await infra.SignalAsync("INT", toAll: true);
        var end = await infra.EndAsync();

        Assert.That((end.ExitCode, end.Error), Is.EqualTo((2, "The comparison was broken off.\n")));
        Assert.That(repository.Git("worktree", "list", "--porcelain"), Does.Not.Contain("infra-diff-"));
    }
}
