using Infra.Cli.Rehearsal.LoadBalancing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

/// <summary>What a listener makes of a request that could not be forwarded, by the status that the forwarder leaves.</summary>
internal sealed class FailedForwardingTests
{
    private const string Unread = "The request could not be read.";
    private const string Broken = "The server refused or broke the connection, or its answer is not HTTP.";
    private const string Late = "The server did not answer in time.";

    [TestCase(200, 502, Broken)]
    [TestCase(399, 502, Broken)]
    [TestCase(400, 400, Unread)]
    [TestCase(499, 499, Unread)]
    [TestCase(500, 502, Broken)]
    [TestCase(502, 502, Broken)]
    [TestCase(503, 502, Broken)]
    [TestCase(504, 504, Late)]
    public async Task Status_OfAClientsErrorOrATimeout_IsKept_AndAnyOtherIs502(int left, int status, string words)
    {
        var (context, traffic) = await AnswerAsync(left, _ => { });

        context.Response.Body.Position = 0;
        Assert.That(context.Response.StatusCode, Is.EqualTo(status));
        Assert.That(await new StreamReader(context.Response.Body).ReadToEndAsync(), Does.EndWith($"<p>{words}</p>\n"));
        Assert.That(traffic.Errors, Is.EqualTo(1));
    }

    // What has been sent can't be taken back, and who is gone reads nothing.
    [TestCase(true, false)]
    [TestCase(false, true)]
    [TestCase(true, true)]
    public async Task Answer_ThatHasBegunOrThatNobodyWaitsFor_GetsNoPage_AndIsAnErrorAllTheSame(bool hasStarted, bool isAborted)
    {
        var (context, traffic) = await AnswerAsync(StatusCodes.Status502BadGateway, context =>
        {
            context.Features.Set<IHttpResponseFeature>(new Begun(hasStarted));
            context.RequestAborted = new(isAborted);
        });

        Assert.That(context.Response.Body.Length, Is.Zero);
        Assert.That(traffic.Errors, Is.EqualTo(1));
    }

    private static async Task<(HttpContext Context, Traffic Traffic)> AnswerAsync(int status, Action<HttpContext> change)
    {
        var declared = (await Declarations.Of("dev")).WithCheck(check => check with { IsEnabled = false });
        await using var targets = new Targets(declared, TimeProvider.System);
        targets.Register("i-1", RawServer.Nobody());
        var meter = new TrafficMeter();
        var listener = new Listener(
            declared.LoadBalancer, declared.LoadBalancer.Https, targets, meter, new FailingForwarder(status), TimeProvider.System);
        var context = new DefaultHttpContext();
        change(context);
        context.Response.Body = new MemoryStream();

        await listener.AnswerAsync(context, localHttpsPort: 443);

        return (context, meter.Read());
    }

    private sealed class Begun(bool hasStarted) : HttpResponseFeature
    {
        public override bool HasStarted => hasStarted;
    }

    private sealed class FailingForwarder(int status) : IHttpForwarder
    {
        public ValueTask<ForwarderError> SendAsync(
            HttpContext context,
            string destinationPrefix,
            HttpMessageInvoker httpClient,
            ForwarderRequestConfig requestConfig,
            HttpTransformer transformer)
        {
            context.Response.StatusCode = status;
            return new(ForwarderError.Request);
        }
    }
}
