using Infra.Cli.Plan.Recording;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Rehearsal.Declared;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Applications;

/// <summary>A project with the sample's stack file, and the sample where that looks for it.</summary>
internal sealed class SampleProject : IDisposable
{
    public const string Stack = "sample";

    private static readonly string[] Files = ["Sample.Web.dll", "Sample.Web.runtimeconfig.json", "Sample.Web.deps.json"];

    private readonly TemporaryProject _project = new();

    public SampleProject()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "wwwroot"));
        foreach (var file in Files)
            File.Copy(Path.Combine(AppContext.BaseDirectory, file), Path.Combine(Folder, file));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples/Web/wwwroot")))
            File.Copy(file, Path.Combine(Folder, "wwwroot", Path.GetFileName(file)));
        File.Copy(Path.Combine(Repository.Root, "samples/Pulumi.sample.yaml"), Path.Combine(Root, "Pulumi.sample.yaml"));
    }

    public string Root => _project.Root;

    /// <summary>The application's folder.</summary>
    public string Folder => Path.Combine(Root, "artifacts/sample");

    /// <summary>Puts a script into the folder, to be started as <c>./run</c>.</summary>
    public SampleProject WithScript(string text)
    {
        _project.With("artifacts/sample/run", $"#!/bin/sh\n{text}\n");
        return this;
    }

    /// <summary>What the stack declares, with settings in place of the file's.</summary>
    public async Task<RehearsedStack> DeclaredAsync(params string[] settings) =>
        RehearsedStack.Of(new(await OfflineRun.RunAsync(ProjectFiles.Read(Root, Stack, settings))), Root);

    /// <summary>The working directories below a folder in which processes run: those are copies of an application.</summary>
    public static IReadOnlyList<string> Processes(string folder) =>
    [
        .. from process in Directory.EnumerateDirectories("/proc")
           where int.TryParse(Path.GetFileName(process), out _)
           let place = PlaceOf(process)
           where place.StartsWith(folder, StringComparison.Ordinal)
           select place,
    ];

    public void Dispose() => _project.Dispose();

    private static string PlaceOf(string process)
    {
        try
        {
            return new DirectoryInfo(Path.Combine(process, "cwd")).LinkTarget ?? "";
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
