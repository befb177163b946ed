namespace Sample.Web;

/// <summary>Counts each request but the load balancer's health checks.</summary>
internal sealed class CountedRequests(RequestDelegate next, RequestCounter counter)
{
    /// <summary>Counts it, and hands it on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path != SampleApplication.HealthPath)
            counter.Add();
        return next(context);
    }
}
