using Infra.Cli.Report.Requirements;
using Infra.Tests.Support;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Infra.Cli.Tests.Docs.Requirements;

/// <summary>The tests that name a requirement, fixture by fixture.</summary>
internal static class UnitTests
{
    /// <summary>The fixtures with tests of a requirement, by name.</summary>
    public static IReadOnlyList<TestedFixture> Of(CustomerRequirement requirement) =>
    [
        .. TestTree.Cases
            .Where(test => TestTree.PropertyOf(test, RequirementAttribute.PropertyName).Contains(requirement.Id))
            .GroupBy(FixtureOf)
            .Select(fixture => new TestedFixture(fixture.Key, fixture.Count(), fixture.Count(IsLive)))
            .OrderBy(fixture => fixture.Type.FullName, StringComparer.Ordinal),
    ];

    private static bool IsLive(ITest test) => TestTree.PropertyOf(test, PropertyNames.Category).Contains("Live");

    private static Type FixtureOf(ITest test) => test.TypeInfo?.Type is not { } type ? FixtureOf(test.Parent!)
        : type.IsGenericType ? type.GetGenericTypeDefinition()
        : type;
}
