using System.CommandLine;
using Infra.Cli.Cost.Prices;
using Infra.Cli.Cost.Updating;
using Infra.Cli.Shell;
using Infra.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console;

namespace Infra.Cli.Tests.Cost.Updating;

/// <summary>Runs <c>infra prices</c> on a day, in a checkout of its own, with a played price list.</summary>
internal sealed class UpdateRun : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("infra-prices-");

    // No checkout: whoever looked for one where he is would find none.
    private readonly DirectoryInfo _elsewhere = Directory.CreateTempSubdirectory("infra-none-");

    /// <param name="hasBook">Whether the checkout has London's file as it is delivered; else it has none.</param>
    public UpdateRun(bool hasBook = true)
    {
        Directory.CreateDirectory(Path.Combine(_root.FullName, PriceBook.Folder));
        if (hasBook)
            File.Copy(Path.Combine(Repository.Root, PriceBook.FileOf("eu-west-2")), BookFile);
    }

    /// <summary>London's file.</summary>
    public string BookFile => Path.Combine(_root.FullName, PriceBook.FileOf("eu-west-2"));

    /// <summary>What it takes for the time: a day, unless the test lets it go on.</summary>
    public FakeTimeProvider Time { get; } = new(new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));

    /// <summary>All that is in the book's folder.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(Path.GetDirectoryName(BookFile)!).Select(file => Path.GetFileName(file)!);

    /// <summary>What London's file has.</summary>
    public RegionPrices Book()
    {
        using var file = File.OpenRead(BookFile);
        return RegionFile.Read(file, "eu-west-2");
    }

    /// <summary>Runs it; a message of refusal is among the errors, with exit code 2.</summary>
    public async Task<Invocation> OfAsync(HttpMessageHandler server, CancellationToken cancellation, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var styled = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No });
        styled.Profile.Width = 1000;
        var tools = new PriceTools
        {
            Server = () => server,
            Time = Time,
            RootDirectory = _root.FullName,
        };
        var line = new Command("infra") { PricesCommand.Create(new(output, error, styled), tools) }.Parse(["prices", .. args]);
        var exitCode = 2;
        var before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = _elsewhere.FullName;
        try
        {
            foreach (var mistake in line.Errors)
                await error.WriteLineAsync(mistake.Message);
            if (line.Errors.Count == 0)
                exitCode = await line.InvokeAsync(new() { EnableDefaultExceptionHandler = false }, cancellation);
        }
        catch (InvalidUsageException refusal)
        {
            await error.WriteLineAsync(refusal.Message);
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }

        return new(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>The same without an end from outside.</summary>
    public Task<Invocation> OfAsync(HttpMessageHandler server, params string[] args) => OfAsync(server, CancellationToken.None, args);

    public void Dispose()
    {
        _root.Delete(recursive: true);
        _elsewhere.Delete();
    }
}
