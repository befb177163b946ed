using Infra.Tests.Support;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Infra.Cli.Tests.Docs;

/// <summary>The tests of the program and of the tool, also those that a filter leaves out.</summary>
internal static class TestTree
{
    // NUnit has built those of this assembly before it runs any.
    public static IEnumerable<ITest> Cases => Below(Root()).Concat(Program.Value);

    private static readonly Lazy<IReadOnlyList<ITest>> Program = new(() =>
        [.. Below(new DefaultTestAssemblyBuilder().Build(typeof(RequirementAttribute).Assembly, new Dictionary<string, object>()))]);

    /// <summary>The values of a property that a case has, itself or by what it is in.</summary>
    public static IEnumerable<string> PropertyOf(ITest? test, string name) =>
        test is null ? [] : test.Properties[name].Cast<string>().Concat(PropertyOf(test.Parent, name));

    private static ITest Root()
    {
        ITest test = TestExecutionContext.CurrentContext.CurrentTest;
        while (test.Parent is { } parent)
            test = parent;
        return test;
    }

    private static IEnumerable<ITest> Below(ITest test) => test.HasChildren ? test.Tests.SelectMany(Below) : test.IsSuite ? [] : [test];
}
