namespace Contract.Tests.Support;

/// <summary>A component whose children come from the test.</summary>
internal sealed class ProbeComponent : ComponentResource
{
    public const string Token = "test:index:ProbeComponent";

    public ProbeComponent(
        string name, Action<ProbeComponent>? build = null, ComponentResourceOptions? options = null, ResourceArgs? args = null)
        : base(Token, name, args, options) => build?.Invoke(this);

    [Output("endpoint")] public Output<string>? Endpoint { get; set; }
    [Output] public Output<int>? Size { get; set; }

    public void Register(Dictionary<string, object?> outputs) => RegisterOutputs(outputs);
}

internal sealed class ProbeProvider(string name, string package = "test")
    : ProviderResource(package, name, new ProbeArgs(), new CustomResourceOptions());
