using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Infra.Cli.Tests.Docs.Documents;

/// <summary>A filter of <c>dotnet test</c> with one condition, such as <c>Requirement=R8</c> or <c>FullyQualifiedName~Docs</c>.</summary>
internal static class TestFilter
{
    /// <summary>Whether it selects a test at all.</summary>
    public static bool SelectsAny(string filter)
    {
        if (filter.Split('~') is [var part, var piece])
            return TestTree.Cases.Any(test => ValuesOf(test, part).Any(value => value.Contains(piece, StringComparison.OrdinalIgnoreCase)));

        return filter.Split('=') is [var name, var wanted] && TestTree.Cases.Any(test => ValuesOf(test, name).Contains(wanted));
    }

    private static IEnumerable<string> ValuesOf(ITest test, string name) => name switch
    {
        "FullyQualifiedName" => [$"{test.ClassName}.{test.MethodName}"],
        "Name" => [test.MethodName ?? ""],
        "TestCategory" => TestTree.PropertyOf(test, PropertyNames.Category),
        _ => TestTree.PropertyOf(test, name),
    };
}
