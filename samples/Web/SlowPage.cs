using System.Globalization;

namespace Sample.Web;

/// <summary>A page that takes its time, as one does that asks a slow database.</summary>
internal static class SlowPage
{
    private const double Longest = 60;
    private const double Usual = 2;

    /// <summary>Answers after the seconds that the query asks for: 0 to 60, and 2 unless it says.</summary>
    public static async Task<IResult> AnswerAsync(string? seconds, CancellationToken gone)
    {
        var wait = Usual;
        if (seconds is not null
            && !(double.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out wait) && wait <= Longest))
        {
            return Results.Text(
                $"seconds must be a number from 0 to {Longest}, such as {Usual}\n", statusCode: StatusCodes.Status400BadRequest);
        }

        await Task.Delay(TimeSpan.FromSeconds(wait), gone);
        return Results.Text(string.Create(CultureInfo.InvariantCulture, $"waited {wait} s\n"));
    }
}
