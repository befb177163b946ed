namespace Infra.Tests.Support;

/// <summary>Marks a test that fails when the customer's requirement <paramref name="id"/> (R1 to R8) is broken.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RequirementAttribute(string id) : PropertyAttribute(PropertyName, id)
{
    /// <summary>The NUnit property that carries the id; <c>dotnet test --filter Requirement=R1</c> selects by it.</summary>
    public const string PropertyName = "Requirement";
}
