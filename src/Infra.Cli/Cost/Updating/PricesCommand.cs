using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Infra.Cli.Cost.Prices;
using Infra.Cli.Shell;

namespace Infra.Cli.Cost.Updating;

/// <summary><c>infra prices</c>.</summary>
internal static class PricesCommand
{
    private const string Help = """
        Lists the prices that 'infra cost' knows: how many in each region, and how old.

        With a region: every record of it, with its source and date, and what is not
        known there. A record without a date counts as older than any.

        --update reads the public price list of AWS, without credentials, and writes
        the book in this checkout, a file for each region, whole or not at all; build
        again to use it. EC2's list has hundreds of MB for a region: name the regions
        that you deploy to. Exit code 1: some prices are as old as before, and each
        message says which; 2: AWS can't be reached.

        What costs the same in every region (alarms, keys, the firewall, IPv4) is kept
        by hand in src/Infra.Cli/Cost/Prices/items.json.

        Examples:
          infra prices
          infra prices eu-west-2
          infra prices eu-west-2 --older-than 365
          infra prices eu-west-2 eu-west-1 --update
        """;

    private const int MostDays = 36_500;

    public static Command Create(Terminal terminal, PriceTools tools)
    {
        var command = new Command("prices", Help);
        var regions = new Argument<string[]>("region")
        {
            Description = "A region, e.g. eu-west-2; several with blanks between them. All that the book has unless given.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        regions.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !IsRegion(token.Value)))
                result.AddError($"a region is written like eu-west-2, got '{token.Value}'");
        });
        var update = new Option<bool>("--update") { Description = "Reads AWS's price list and writes the book." };
        var olderThan = new Option<int?>("--older-than")
        {
            Description = "Names what is older, and fails with exit code 1 if something is.",
            HelpName = "days",
            CustomParser = Days,
        };
        command.Arguments.Add(regions);
        command.Options.Add(update);
        command.Options.Add(olderThan);
        command.SetAction(async (line, cancellation) =>
        {
            var named = line.GetValue(regions) is { Length: > 0 } some ? some.Distinct().ToArray() : null;
            if (line.GetValue(update))
            {
                var root = tools.RootDirectory ?? PriceUpdate.FindRoot(Environment.CurrentDirectory);
                using var fetcher = new PriceFetcher(tools.Server(), tools.Time);
                return await new PriceUpdate(terminal, fetcher, root).RunAsync(named ?? PriceBook.Regions, cancellation);
            }

            var today = DateOnly.FromDateTime(tools.Time.GetUtcNow().UtcDateTime);
            return new PricesReport(terminal, PriceBook.Default, today).Write(named, line.GetValue(olderThan));
        });
        return command;
    }

    // Letters, digits and dashes: it becomes part of an address and of a file's name.
    private static bool IsRegion(string text) =>
        text.Split('-') is { Length: >= 3 and <= 5 } parts
        && parts.All(part => part.Length is > 0 and < 20)
        && parts.All(part => part.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character)));

    private static int? Days(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MostDays)
            return days;

        result.AddError($"--older-than must be a whole number from 0 to {MostDays}, got '{text}'");
        return null;
    }
}
