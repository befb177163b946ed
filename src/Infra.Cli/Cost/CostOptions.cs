using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Infra.Cli.Cost;

/// <summary>The options of <c>infra cost</c> that say how a stack is used.</summary>
internal sealed class CostOptions
{
    // AWS publishes no price for more than 500 TB a month.
    private const decimal MostTrafficGb = 512_000m;

    // The first tier of the price for logs ends at 10 TB, which this many requests fill; three servers answer far fewer.
    private const decimal MostRequests = 5_000_000_000m;

    private static readonly Usage Defaults = new();

    private readonly Option<decimal> _trafficGb = Number(
        "--traffic-gb", "GB", MostTrafficGb, Defaults.TrafficGb, NumberStyles.AllowDecimalPoint, "GB a month to the internet.");

    private readonly Option<decimal> _requests = Number(
        "--requests", "count", MostRequests, Defaults.Requests, NumberStyles.None, "Requests a month.");

    public CostOptions(Command command)
    {
        command.Options.Add(_trafficGb);
        command.Options.Add(_requests);
    }

    public Usage Usage(ParseResult line) => new() { TrafficGb = line.GetValue(_trafficGb), Requests = line.GetValue(_requests) };

    private static Option<decimal> Number(
        string name, string unit, decimal most, decimal byDefault, NumberStyles style, string description) => new(name)
        {
            Description = description,
            HelpName = unit,
            DefaultValueFactory = _ => byDefault,
            CustomParser = result => Parse(result, name, most, style),
        };

    private static decimal Parse(ArgumentResult result, string name, decimal most, NumberStyles style)
    {
        var text = result.Tokens[0].Value;
        if (decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var number) && number <= most)
            return number;

        var kind = style == NumberStyles.None ? "a whole number" : "a number";
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} must be {kind} from 0 to {most:0}, got '{text}'"));
        return 0m;
    }
}
