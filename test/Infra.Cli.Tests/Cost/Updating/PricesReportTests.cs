using Infra.Cli.Cost.Prices;
using Infra.Cli.Cost.Updating;
using Infra.Tests.Support;
using Spectre.Console;

namespace Infra.Cli.Tests.Cost.Updating;

/// <summary>What is said of a book that has less than the program comes with.</summary>
internal sealed class PricesReportTests
{
    // What costs the same everywhere is known all the same.
    [Test]
    public void Region_WithoutAFile_HasNoDatesAndNothingOld()
    {
        using var output = new StringWriter();
        var styled = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No });
        styled.Profile.Width = 1000;
        var book = PriceBook.Parse(File.OpenRead(Path.Combine(Repository.Root, PriceBook.FileName)), _ => null);

        var exitCode = new PricesReport(new(output, output, styled), book, new(2026, 11, 28)).Write(null, 0);

        Assert.That(exitCode, Is.Zero);
        Assert.That(output.ToString(), Does.Match(@"\neu-west-2 +13 of 26 +0 +- +- +0\n"));
    }
}
