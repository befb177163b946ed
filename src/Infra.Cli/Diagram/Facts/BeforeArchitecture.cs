namespace Infra.Cli.Diagram.Facts;

/// <summary>
/// The web server as it was, before this program. These are the words of the assignment, which calls it naked on the internet; nobody
/// has recorded it, and no graph is behind it.
/// </summary>
internal sealed record BeforeArchitecture
{
    /// <summary>As the assignment has it.</summary>
    public static BeforeArchitecture AsToldByTheAssignment { get; } = new()
    {
        Protocol = "HTTP",
        Port = 80,
        Lacks =
        [
            new("R1", "No load balancer", "the server has a public IP address"),
            new("R2", "No upgrade to HTTPS", "requests stay plain HTTP"),
            new("R3", "No TLS", "neither 1.2 nor any other version"),
            new("R4", "No SSL offloading", "nothing ends TLS, nothing encrypts"),
            new("R5", "No health check", "a visitor notices first"),
            new("R6", "No restoring", "somebody repairs it by hand"),
            new("R7", "No additional server", "load is for one server to carry"),
            new("R8", "One server, and no limit", "nothing counts servers"),
        ],
    };

    public required string Protocol { get; init; }

    public required int Port { get; init; }

    /// <summary>What it has not, one for each requirement.</summary>
    public required IReadOnlyList<Lack> Lacks { get; init; }
}

/// <summary>What is not there.</summary>
/// <param name="Requirement">Which asks for it, e.g. <c>R1</c>.</param>
/// <param name="What">What is not there, in a few words.</param>
/// <param name="Effect">What follows from that.</param>
internal sealed record Lack(string Requirement, string What, string Effect);
