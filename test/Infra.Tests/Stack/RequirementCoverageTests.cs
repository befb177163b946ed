using System.Reflection;
using Infra.Tests.Support;

namespace Infra.Tests.Stack;

public sealed class RequirementCoverageTests
{
    [Test]
    public void EachRequirement_HasTestsThatNameIt([Values("R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8")] string id)
    {
        Assert.That(Marked().Count(mark => mark == id), Is.GreaterThanOrEqualTo(2));
    }

    [Test]
    public void NoTest_NamesARequirementThatIsNone()
    {
        Assert.That(Marked().Distinct().Order(), Is.EqualTo(["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8"]));
    }

    private static IEnumerable<string> Marked() =>
        from type in typeof(RequirementCoverageTests).Assembly.GetTypes()
        from member in type.GetMethods(BindingFlags.Instance | BindingFlags.Public).Append<MemberInfo>(type)
        from attribute in member.GetCustomAttributes<RequirementAttribute>()
        select (string)attribute.Properties[RequirementAttribute.PropertyName][0]!;
}
