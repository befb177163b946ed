using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Rehearsal.Page;

/// <summary>What the page shows besides the stack.</summary>
internal sealed record PageInfo
{
    public required RehearsedStack Declared { get; init; }

    /// <summary>Where the HTTP listener is on this machine; none if the stack has none.</summary>
    public required Uri? HttpUrl { get; init; }

    /// <summary>Where the HTTPS listener is on this machine.</summary>
    public required Uri HttpsUrl { get; init; }

    /// <summary>What plays the servers, e.g. <c>nginx 1.22.1</c>.</summary>
    public required string ServerDescription { get; init; }

    /// <summary>How many of AWS's seconds pass in one of this machine's.</summary>
    public required double Speed { get; init; }

    /// <summary>The moment that the page's times count from, in AWS's time.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>What is assumed of a server.</summary>
    public required ServerModel Model { get; init; }

    public required ITrafficView Traffic { get; init; }

    /// <summary>The site that servers take while they run; none where they do not.</summary>
    public IContentUploads? Content { get; init; }

    /// <summary>The highest load that the page sets, in requests a second: half as much again as all servers can take.</summary>
    public double MaximumLoad => Declared.Group.MaxSize * Model.CapacityPerServer * 1.5;
}
