using System.Reflection;
using System.Runtime.CompilerServices;

namespace Contract.Tests.Support;

/// <summary>Answers for an assembly that the NUnit adapter refers to and does not bring along.</summary>
/// <remarks>
/// Pulumi looks for resource classes in every assembly that it can reach, and fails where a reference cannot be loaded.
/// NUnit3TestAdapter 6.3.1 refers to TestCentric.Metadata 3.0.4.0, of which it uses no type; what it brings is that library under an
/// older name. This file can go once the tests pass without it on a newer adapter.
/// </remarks>
internal static class MissingAssemblies
{
    [ModuleInitializer]
    public static void Answer() => AppDomain.CurrentDomain.AssemblyResolve += (_, wanted) =>
        new AssemblyName(wanted.Name).Name == "TestCentric.Metadata" ? Assembly.Load("testcentric.engine.metadata") : null;
}
