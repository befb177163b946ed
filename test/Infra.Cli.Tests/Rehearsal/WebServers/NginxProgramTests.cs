using System.Runtime.Versioning;
using Infra.Cli.Rehearsal.WebServers;
using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Rehearsal.WebServers;

[UnsupportedOSPlatform("windows")]
internal sealed class NginxProgramTests
{
    private string _folder = "";

    private string Program => Path.Combine(_folder, "nginx");

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("infra-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Find_OnThePath_HasItsVersionAndItsContentTypes()
    {
        Install($"echo 'nginx version: nginx/1.2.3' >&2; echo 'configure arguments: --conf-path={_folder}/nginx.conf --pid-path=x' >&2");
        File.WriteAllText(Path.Combine(_folder, "mime.types"), "");

        var nginx = NginxProgram.Find($"/nowhere:{_folder}");

        Assert.That(nginx, Is.EqualTo(new NginxProgram(Program, "1.2.3", Path.Combine(_folder, "mime.types"))));
        Assert.That($"{nginx}", Is.EqualTo($"nginx 1.2.3 ({Program})"));
    }

    [Test]
    public void Find_NoContentTypes_IsAnErrorThatNamesTheFile()
    {
        Install($"echo 'nginx version: nginx/1.2.3' >&2; echo '--conf-path={_folder}/nginx.conf' >&2");

        Assert.That(() => NginxProgram.Find(_folder), Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
            $"nginx must be installed with its list of content types, but there is no {_folder}/mime.types; install nginx anew"));
    }

    [Test]
    public void Find_AnotherProgramOfThatName_IsAnErrorThatQuotesIt()
    {
        Install("echo 'not nginx' >&2");

        Assert.That(() => NginxProgram.Find(_folder), Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
            $"{Program} -V must name its version and its configuration file, got: not nginx"));
    }

    [TestCase("sleep 600")]
    [TestCase("exec yes")]
    public async Task Find_ProgramThatDoesNotEnd_IsAnError(string script)
    {
        Install(script);

        await Assert.ThatAsync(
            () => Task.Run(() => NginxProgram.Find(_folder)).WaitAsync(TimeSpan.FromSeconds(30)),
            Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
                $"{Program} -V must name its version and its configuration file, got: "));
    }

    [Test]
    public void Find_ProgramThatCannotBeStarted_IsAnError()
    {
        Install("");
        File.WriteAllText(Program, "");

        Assert.That(() => NginxProgram.Find(_folder), Throws.TypeOf<InvalidUsageException>().With.Message.StartsWith(
            $"{Program} must be a program that can be started: "));
    }

    private void Install(string script)
    {
        File.WriteAllText(Program, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
