using System.Security.Cryptography;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;

namespace Infra.Cli.Report.Evidence;

/// <summary>All evidence that was given beside the plan.</summary>
/// <param name="Claims">What commands have found.</param>
/// <param name="Tests">The results of unit tests.</param>
internal sealed record EvidenceFiles(IReadOnlyList<ClaimEvidence> Claims, IReadOnlyList<TestEvidence> Tests)
{
    // An hour's drill is a few kilobytes, the results of all of this project's tests a few megabytes.
    private const int MostMegabytes = 64;

    /// <summary>Reads all files, and tells all that is wrong with any.</summary>
    /// <param name="files">The files.</param>
    /// <param name="graph">The stack that the report is of.</param>
    /// <param name="projects">The test projects of the program.</param>
    /// <param name="age">What is too old.</param>
    /// <exception cref="InvalidUsageException">One can't be read, is no evidence, or is of something else.</exception>
    public static EvidenceFiles Read(
        IReadOnlyList<string> files, ResourceGraph graph, TestProjects projects, EvidenceAge age)
    {
        var (claims, tests, problems) = (new List<ClaimEvidence>(), new List<TestEvidence>(), new List<string>());
        var read = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var name = LegibleText.Of(file);
            try
            {
                // Twice the same, by whatever name, is no more than once.
                var bytes = Bytes(file);
                if (!read.Add(Convert.ToHexString(SHA256.HashData(bytes))))
                    continue;

                if (bytes.AsSpan().TrimStart("\uFEFF \t\r\n"u8).StartsWith("<"u8))
                    tests.Add(TestResults.Read(bytes, name, projects, age));
                else
                    claims.Add(ClaimResults.Read(bytes, name, graph, age));
            }
            catch (InvalidUsageException problem)
            {
                problems.Add($"--with {name} {problem.Message}");
            }
        }

        return problems.Count == 0 ? new(claims, tests) : throw new InvalidUsageException(string.Join('\n', problems));
    }

    private static byte[] Bytes(string file)
    {
        try
        {
            // A pipe has no length, and whoever opens one waits for its other end.
            var length = new FileInfo(file).Length;
            return length is > 0 and <= MostMegabytes * 1024 * 1024
                ? File.ReadAllBytes(file)
                : throw new InvalidUsageException($"must be a file of 1 byte to {MostMegabytes} MB, and has {length} bytes: make it again");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InvalidUsageException($"can't be read ({LegibleText.Of(fault.Message)}): name a file that is there");
        }
    }
}
