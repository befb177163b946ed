using Infra.Cli.Rehearsal.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infra.Cli.Tests.Rehearsal.Hosting;

internal sealed class BareHostTests
{
    [Test]
    public async Task Host_Always_LeavesCtrlCToTheCommand()
    {
        await using var host = BareHost.CreateBuilder().Build();

        Assert.That(host.Services.GetServices<IHostLifetime>().Last(), Is.InstanceOf<NoHostLifetime>());
    }

    [Test]
    public async Task Host_Always_KnowsNoSettingOfTheUser()
    {
        await using var host = BareHost.CreateBuilder().Build();

        Assert.That(host.Configuration["PATH"], Is.Null);
        Assert.That(host.Configuration["URLS"], Is.Null);
    }
}
