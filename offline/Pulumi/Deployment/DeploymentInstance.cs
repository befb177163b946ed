namespace Pulumi;

/// <summary>What a program sees of the deployment it runs in.</summary>
public sealed class DeploymentInstance
{
    private readonly Deployment _deployment;
    private readonly Invoker _invoker;

    internal DeploymentInstance(Deployment deployment, Invoker invoker)
    {
        _deployment = deployment;
        _invoker = invoker;
    }

    public string StackName => _deployment.StackName;

    public string ProjectName => _deployment.ProjectName;

    public string OrganizationName => _deployment.OrganizationName;

    public string RootDirectory => _deployment.RootDirectory ?? throw new InvalidOperationException(
        "The Pulumi CLI version does not support root directory. Please update the Pulumi CLI.");

    /// <summary>Whether this is a preview.</summary>
    public bool IsDryRun => _deployment.IsDryRun;

    /// <summary>Calls a provider function once its arguments are known.</summary>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        new(_invoker.InvokeOutputAsync(token, args, options, Invoker.ReadObject<T>));

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        Invoke<T>(token, args, (InvokeOptions?)options);

    /// <summary>Calls a provider function that returns one value instead of an object.</summary>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        new(_invoker.InvokeOutputAsync(token, args, options, Invoker.ReadSingle<T>));

    /// <inheritdoc cref="InvokeSingle{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        InvokeSingle<T>(token, args, (InvokeOptions?)options);

    /// <summary>Calls a provider function now.</summary>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        _invoker.InvokeAsync(token, args, options, Invoker.ReadObject<T>);

    /// <inheritdoc cref="InvokeAsync{T}"/>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null) =>
        InvokeAsync<object>(token, args, options);

    /// <inheritdoc cref="InvokeSingle{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        _invoker.InvokeAsync(token, args, options, Invoker.ReadSingle<T>);

    /// <summary>Calls a method of a resource.</summary>
    public Output<T> Call<T>(string token, CallArgs args, Resource? self = null, CallOptions? options = null) =>
        new(_invoker.CallAsync<T>(token, args, self, options));

    /// <inheritdoc cref="Call{T}"/>
    public void Call(string token, CallArgs args, Resource? self = null, CallOptions? options = null) =>
        Call<object>(token, args, self, options);
}
