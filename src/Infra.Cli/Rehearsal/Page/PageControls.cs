using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Shell;
using Infra.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Infra.Cli.Rehearsal.Page;

/// <summary>What the page's buttons do.</summary>
internal sealed class PageControls(IRunningStack stack, PageInfo info)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/servers/{id}/break", (string id) => OnServer(id, stack.Break));
        routes.MapPost("/servers/{id}/hang", (string id) => OnServer(id, stack.Hang));
        routes.MapPost("/zones/{zone}/lose", (string zone) => OnZone(zone, stack.LoseZone));
        routes.MapPost("/zones/{zone}/restore", (string zone) => OnZone(zone, stack.RestoreZone));
        routes.MapPost("/load", SetLoad);
        routes.MapPost("/content", () => Upload(content => content.Upload()));
        routes.MapPost("/content/broken", () => Upload(content => content.UploadBroken()));
        routes.MapPost("/roll", () => Roll(VersionFault.None));
        routes.MapPost("/roll/broken", () => Roll(VersionFault.NeverHealthy));
        routes.MapPost("/roll/errors", () => Roll(VersionFault.Errors));
    }

    private Results<NoContent, NotFound<string>> OnServer(string id, Action<string> act) =>
        On(id, stack.View.Servers.Select(server => server.Id), $"There is no server {id}.", act);

    private Results<NoContent, NotFound<string>> OnZone(string zone, Action<string> act) =>
        On(zone, info.Declared.Group.Zones, $"There is no zone {zone}.", act);

    private static Results<NoContent, NotFound<string>> On(string name, IEnumerable<string> known, string otherwise, Action<string> act)
    {
        if (!known.Contains(name))
            return TypedResults.NotFound(otherwise);

        act(name);
        return TypedResults.NoContent();
    }

    private Results<NoContent, BadRequest<string>> SetLoad(LoadRequest load)
    {
        // Written so that NaN is refused too.
        if (!(load.RequestsPerSecond >= 0 && load.RequestsPerSecond <= info.MaximumLoad))
            return TypedResults.BadRequest($"The load must be 0 to {info.MaximumLoad} requests a second, got {load.RequestsPerSecond}.");

        stack.SetLoad(load.RequestsPerSecond);
        return TypedResults.NoContent();
    }

    private Results<NoContent, NotFound<string>, BadRequest<string>> Upload(Action<IContentUploads> upload)
    {
        if (info.Content is not { } content)
            return TypedResults.NotFound("The servers take no content while they run.");

        try
        {
            upload(content);
            return TypedResults.NoContent();
        }
        catch (InvalidUsageException refused)
        {
            return TypedResults.BadRequest(refused.Message);
        }
    }

    // One refresh of a group at a time; StartInstanceRefresh answers InstanceRefreshInProgress otherwise:
    // https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_StartInstanceRefresh.html.
    private Results<NoContent, Ok<string>> Roll(VersionFault fault)
    {
        var isRolling = stack.View.IsRolling;
        stack.Roll(fault);
        return isRolling ? TypedResults.Ok(WhileRolling) : TypedResults.NoContent();
    }

    private string WhileRolling => info.Declared.Group.Rollout == Rollout.Promote
        ? "AWS says InstanceRefreshInProgress: one is under way already. 'infra roll' waits for its end, and then rolls this version."
        : "AWS says InstanceRefreshInProgress: one is under way already. The provider cancels it, and starts another.";

    private sealed record LoadRequest
    {
        public required double RequestsPerSecond { get; init; }
    }
}
