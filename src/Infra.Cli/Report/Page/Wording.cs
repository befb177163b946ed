using System.Globalization;
using System.Xml.Linq;
using Infra.Cli.Checks;
using Infra.Cli.Live.Claims;
using Infra.Cli.Report.Requirements;
using Infra.Servers;
using static Infra.Cli.Report.Page.Html;

namespace Infra.Cli.Report.Page;

/// <summary>How a report says what everything comes to.</summary>
internal static class Wording
{
    /// <summary>A date and time in UTC.</summary>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>How long something takes, on one line.</summary>
    public static XElement Time(TimeSpan time) => Element("span", Class("nowrap"), ExpectedTimes.Text(time));

    /// <summary>A number with its noun.</summary>
    public static string Count(int number, string noun) => $"{Number(number)} {noun}{(number == 1 ? "" : "s")}";

    /// <summary>Names as a sentence lists them.</summary>
    public static string List(IReadOnlyList<string> names) => names.Count < 2
        ? string.Concat(names)
        : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";

    /// <summary>What a requirement comes to, as a badge.</summary>
    public static XElement Badge(Standing standing) => standing switch
    {
        Standing.SeenLive => Badge("good", "Met, seen on the running stack"),
        Standing.MetByPlan => Badge("good", "Met by the plan"),
        Standing.Accepted => Badge("wait", "Not met in all, accepted"),
        Standing.NotKnown => Badge("wait", "Not known"),
        _ => Badge("bad", "Not met"),
    };

    /// <summary>What became of a claim, as a badge.</summary>
    public static XElement Badge(Outcome outcome) => outcome switch
    {
        Outcome.Pass => Badge("good", "holds"),
        Outcome.Fail => Badge("bad", "does not hold"),
        Outcome.NotChecked => Badge("wait", "could not be checked"),
        _ => Badge("plain", "does not apply"),
    };

    /// <summary>What became of a control, as a badge.</summary>
    public static XElement Badge(ControlOutcome outcome) => outcome switch
    {
        ControlOutcome.Pass => Badge("good", "pass"),
        ControlOutcome.Fail => Badge("bad", "fail"),
        ControlOutcome.Waived => Badge("wait", "waived"),
        ControlOutcome.NotKnown => Badge("wait", "not known"),
        _ => Badge("plain", "does not apply"),
    };

    /// <summary>A word with a colour behind it, which says the same.</summary>
    public static XElement Badge(string kind, string text) => Element("span", Class($"badge {kind}"), text);

    /// <summary>Something less important.</summary>
    public static XElement Muted(string text) => Element("span", Class("muted"), text);

    /// <summary>A name of the stack's.</summary>
    public static XElement Code(string text) => Element("code", text);
}
