using Infra.Cli.Live.Claims;

namespace Infra.Cli.Live.Drill.Steps;

/// <summary>R5: the load balancer checks the servers, and they pass.</summary>
internal sealed class HealthStep : IDrillStep
{
    public IReadOnlyList<Claim> Claims { get; } =
    [
        new(
            "R5",
            "every server is in service and passes the load balancer's checks",
            "that a server that fails by itself is noticed: none was made to"),
    ];

    public async Task<IReadOnlyList<Finding>> RunAsync(DrillContext context, CancellationToken cancellation)
    {
        var view = await context.Watch.LookAsync(cancellation);
        return [Finding.Of(view.IsStable, $"{view.Shown}; {view.Group.DesiredCapacity} desired")];
    }
}
