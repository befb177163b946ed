using System.Text.Json;
using Gallery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// Serves what the public gallery would, on loopback, and beside it a second source that is empty, as a team's mirror may be: the
// stand-ins under the official versions and with the official dependencies, and empty packages for what no source here has.
if (args is not [var feed, var folder])
{
    Console.Error.WriteLine("usage: Gallery <folder with the stand-ins> <folder to work in, which is removed at the end>");
    return 2;
}

var scratch = Directory.CreateDirectory(folder);
try
{
    var official = Official.Read();
    var missing = Reach.Missing([.. official.All], scratch.FullName);
    // Beside the official packages a stand-in of the same version could be taken for one of them.
    if (missing.Count(package => package.HasStandIn) is not (0 or 3))
    {
        Console.Error.WriteLine(
            $"a source must have all official packages of official.json or none, but none has: {string.Join(", ", missing)}");
        return 2;
    }

    Console.Error.WriteLine(
        $"No source here has: {string.Join(", ", missing.OrderBy(package => package.ToString(), StringComparer.Ordinal))}");

    var files = scratch.CreateSubdirectory("wwwroot");
    var builder = WebApplication.CreateSlimBuilder();
    builder.Logging.ClearProviders();
    builder.WebHost.UseUrls("http://127.0.0.1:0");
    await using var app = builder.Build();
    app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(files.FullName), ServeUnknownFileTypes = true });
    await app.StartAsync();

    var address = app.Urls.Single();
    var gallery = new GalleryFolder(Path.Combine(files.FullName, "gallery"), $"{address}/gallery/");
    gallery.WriteIndex(official.Advisories);
    foreach (var versions in missing.GroupBy(package => package.LowerId))
        gallery.Add(versions.Key, versions.ToDictionary(package => package.Version, Writer));

    new GalleryFolder(Path.Combine(files.FullName, "mirror"), $"{address}/mirror/").WriteIndex(JsonSerializer.SerializeToElement(new { }));
    Console.WriteLine(address);
    await app.WaitForShutdownAsync();
    return 0;

    Action<string> Writer(PackageName package) => path =>
    {
        var dependencies = official.DependenciesOf(package);
        if (package.HasStandIn)
        {
            var standIn = Path.Combine(feed, $"{package.Id}.{package.Version}.1.nupkg");
            Nupkg.Repack(
                File.Exists(standIn)
                    ? standIn
                    : throw new FileNotFoundException($"official.json must list the versions in use, but there is no {standIn}"),
                package, dependencies, path);
        }
        else
        {
            Nupkg.Empty(package, dependencies, path);
        }
    };
}
finally
{
    scratch.Delete(recursive: true);
}
