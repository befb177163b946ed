using Pulumi.Testing;

namespace Pulumi;

/// <summary>What a program sees of the deployment it runs in.</summary>
public sealed class DeploymentInstance
{
    private readonly Deployment _deployment;
    private readonly TestOptions _options;
    private readonly Invoker _invoker;

    internal DeploymentInstance(Deployment deployment, TestOptions options, Invoker invoker) =>
        (_deployment, _options, _invoker) = (deployment, options, invoker);

    public string StackName => _deployment.StackName;
    public string ProjectName => _deployment.ProjectName;
    public string OrganizationName => _options.OrganizationName ?? "organization";

    public string RootDirectory => _options.RootDirectory ?? throw new InvalidOperationException(
        "The Pulumi CLI version does not support root directory. Please update the Pulumi CLI.");

    /// <summary>Whether this is a preview.</summary>
    public bool IsDryRun => _options.IsPreview ?? true;

    /// <summary>Calls a provider function once its arguments are known.</summary>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        new(_invoker.InvokeOutputAsync<T>(token, args, options));

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        new(_invoker.InvokeOutputAsync<T>(token, args, options));

    /// <summary>Calls a provider function now; only the awaiting code sees it fail.</summary>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        _invoker.InvokeAsync<T>(token, args, options);
}
