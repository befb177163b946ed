using System.Reflection;
using System.Runtime.CompilerServices;
using NUnit.Framework.Interfaces;

namespace Infra.Tests.Mutation;

/// <summary>
/// Reads the static tables of some assemblies anew when another mutant is there, before the test that comes next. A program that stays
/// has read them before, so mutation testing would find none of their mutants noticed.
/// </summary>
/// <param name="inAssemblies">A type of each assembly.</param>
/// <remarks>
/// Stryker tells the mutant's number in a file. Compiled code must take nothing from a table once and for all: <c>DOTNET_JITMinOpts</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class FreshTablesAttribute(params Type[] inAssemblies) : Attribute, ITestAction
{
    // A table of tables of tables, of which none knows which was read first.
    private const int Passes = 3;

    private readonly string? _file = Environment.GetEnvironmentVariable("STRYKER_MUTANT_FILE");
    private readonly bool _keeps = Environment.GetEnvironmentVariable("MUTATION_KEEPS") == "1";
    private int _mutant = -1;

    /// <summary>
    /// Types of tests that keep what the code has made of something: it may be another mutant's, unless <c>MUTATION_KEEPS=1</c> says that
    /// none of the code which makes it is mutated.
    /// </summary>
    public Type[] Caches { get; init; } = [];

    public ActionTargets Targets => ActionTargets.Test;

    public void BeforeTest(ITest test)
    {
        if (_file is null)
            return;

        var mutant = Read(_file);
        if (mutant == _mutant)
            return;

        _mutant = mutant;
        for (var pass = 0; pass < Passes; pass++)
        {
            foreach (var initializer in inAssemblies.SelectMany(type => Initializers(type.Assembly)))
                Run(initializer);
        }

        foreach (var cache in _keeps ? [] : Caches)
            Run(cache.TypeInitializer!);
    }

    public void AfterTest(ITest test)
    {
    }

    private static int Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new BinaryReader(stream);
        return reader.ReadInt32();
    }

    private static IEnumerable<ConstructorInfo> Initializers(Assembly assembly) =>
        from type in assembly.GetTypes()
        where !type.ContainsGenericParameters && !type.IsDefined(typeof(CompilerGeneratedAttribute))
            && type.Namespace?.StartsWith("Stryker", StringComparison.Ordinal) != true
        let initializer = type.TypeInitializer
        where initializer is not null
        select initializer;

    // Invoke() would do nothing: a type is initialized once.
    private static unsafe void Run(ConstructorInfo initializer) =>
        ((delegate*<void>)initializer.MethodHandle.GetFunctionPointer())();
}
