using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Infra.Tests.Docs;

/// <summary>The tests of this assembly. NUnit has built all of them before it runs any, also those that a filter leaves out.</summary>
internal static class TestTree
{
    public static IEnumerable<ITest> Cases => Below(Root());

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
