using Infra;
using Pulumi.Experimental.Provider;

const string Version = "1.1.0";

// Named one by one: of a whole assembly Pulumi would serve the stack too, and the parts, whose arguments are .NET's own.
await Provider.Serve(
    args,
    Version,
    _ => new ComponentProvider(typeof(WebTier).Assembly, new Metadata("infra", Version: Version), [typeof(WebTier)]),
    CancellationToken.None);
