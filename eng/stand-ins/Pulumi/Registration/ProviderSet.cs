namespace Pulumi.Registration;

/// <summary>The providers that a resource passes on to its children, by package.</summary>
internal sealed class ProviderSet(ImmutableDictionary<string, ProviderResource> providers)
{
    public static readonly ProviderSet Empty = new(ImmutableDictionary<string, ProviderResource>.Empty);

    /// <summary>The provider of the package that a token of three parts begins with.</summary>
    public ProviderResource? Find(string token) =>
        token.Split(':') is [var package, _, _] ? providers.GetValueOrDefault(package) : null;

    public ProviderSet For(ResourceOptions options, bool isCustom)
    {
        var listed = (options as ComponentResourceOptions)?.Providers ?? [];

        if (!isCustom && options.Provider is not null && listed.Count > 0)
        {
            throw new ResourceException(
                "Do not supply both 'provider' and 'providers' options to a ComponentResource.", resource: null);
        }

        IEnumerable<ProviderResource> own = options.Provider is { } single ? [single] : listed;
        var byPackage = own.Select(provider => KeyValuePair.Create(provider.Package, provider));

        // A component cannot replace a provider that it inherits: adding another one of the same package throws.
        return own.Any() ? new(isCustom ? providers.SetItems(byPackage) : providers.AddRange(byPackage)) : this;
    }
}
