using System.Reflection;
using Infra.Settings.Reading;
using Infra.Tests.Settings;
using Infra.Tests.Stack;
using NUnit.Framework.Internal;

namespace Infra.Cli.Tests.Properties;

/// <summary>The tests of <see cref="InvariantTests"/> on a stack that is no fixture of theirs. A new one is among them by itself.</summary>
internal static class AllInvariants
{
    public static IReadOnlyList<MethodInfo> Tests { get; } =
        [.. typeof(InvariantTests).GetMethods().Where(method => method.IsDefined(typeof(TestAttribute)))];

    /// <summary>The invariants that a stack breaks, each with its message; null if it keeps all.</summary>
    public static string? FaultOf(StackCase stack) => FaultOf(stack.Source, Given.Region);

    /// <summary>The same of a stack in another region.</summary>
    public static string? FaultOf(ConfigSource source, string region)
    {
        var invariants = new InvariantTests(source, region);
        invariants.RunTheStack().GetAwaiter().GetResult();

        List<string> faults = [];
        foreach (var test in Tests)
        {
            // Of its own, since NUnit counts a failed assertion as the running test's even when somebody catches it.
            using var isolated = new TestExecutionContext.IsolatedContext();
            try
            {
                test.Invoke(invariants, []);
            }
            catch (TargetInvocationException failed)
            {
                faults.Add($"{test.Name}: {failed.InnerException!.Message}");
            }
        }

        return faults.Count == 0 ? null : string.Join('\n', faults);
    }
}
