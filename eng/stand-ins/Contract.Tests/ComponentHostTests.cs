using System.Reflection;
using Pulumi.Experimental.Provider;

namespace Contract.Tests;

/// <summary>How components are served to programs in other languages.</summary>
public sealed class ComponentHostTests
{
    [Test]
    public void ComponentProvider_TakesTheComponentsByName()
    {
        var constructor = typeof(ComponentProvider).GetConstructor([typeof(Assembly), typeof(Metadata), typeof(Type[])]);

        Assert.That(constructor, Is.Not.Null);
        Assert.That(typeof(ComponentProvider).IsSubclassOf(typeof(Provider)), Is.True);
    }

    [Test]
    public void Serve_IsGivenWhatMakesTheProvider()
    {
        var parameters = typeof(Provider).GetMethod("Serve", BindingFlags.Public | BindingFlags.Static)!.GetParameters();

        Assert.That(parameters.Select(parameter => parameter.ParameterType), Is.EqualTo(new[]
        {
            typeof(string[]), typeof(string), typeof(Func<Pulumi.Experimental.IEngine, Provider>), typeof(CancellationToken),
        }));
    }
}
