namespace Infra.Settings.Kinds;

/// <summary>Finds the name that was probably meant.</summary>
public static class NearestName
{
    /// <summary>
    /// The candidate that the fewest typing errors turn into <paramref name="name"/>, the first of several; null when all are so far
    /// that a suggestion would mislead. Case does not count: Pulumi's keys differ by it, and it is a common error.
    /// </summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        var limit = Math.Max(2, name.Length / 3);
        var nearest = candidates
            // As many errors at least as letters too many or too few. A text of a megabyte is not even looked at.
            .Where(candidate => Math.Abs(candidate.Length - name.Length) <= limit)
            .Select(candidate => (Candidate: candidate, Distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            // With every letter replaced, nothing is left by which it could have been meant.
            .Where(pair => pair.Distance < Math.Max(pair.Candidate.Length, name.Length))
            .OrderBy(pair => pair.Distance)
            .FirstOrDefault();
        return nearest.Candidate is not null && nearest.Distance <= limit ? nearest.Candidate : null;
    }

    /// <summary>How many letters must be inserted, removed or replaced, or neighbours swapped, to turn one text into the other.</summary>
    public static int Distance(string one, string other)
    {
        var steps = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
            steps[i, 0] = i;

        for (var j = 0; j <= other.Length; j++)
            steps[0, j] = j;

        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = steps[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                steps[i, j] = Math.Min(replaced, Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
            }
        }

        return steps[one.Length, other.Length];
    }
}
