namespace Infra.Cli.Plan.Reading.Live;

/// <summary>
/// What comparing may cost. Lists in any order are compared item by item, and lists within lists over and over: of a stack that is
/// little, of a file that is made for it without end.
/// </summary>
internal sealed class Effort
{
    // Both stacks take some ten thousands.
    private const int Most = 3_000_000;

    private int _left = Most;

    /// <summary>Spends some of it.</summary>
    /// <exception cref="FormatException">No more is left.</exception>
    public void Spend(int amount = 1)
    {
        _left -= amount;
        if (_left < 0)
            throw new FormatException("has more to compare than a stack has");
    }
}
