using System.Text.RegularExpressions;

namespace Infra.Servers;

/// <summary>
/// What the name of an EC2 instance type is made of: in <c>u7in-24tb.224xlarge</c> the series <c>u</c> in its 7th generation, with the
/// attributes <c>in</c>, in the variant <c>24tb</c>, of the size <c>224xlarge</c>. See
/// https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html.
/// </summary>
/// <param name="Family">All before the dot.</param>
/// <param name="Series">The letters before the generation.</param>
/// <param name="Attributes">The letters behind the generation; may be empty.</param>
/// <param name="Variant">What follows a hyphen: <c>flex</c>, the memory, or the accelerator; may be empty.</param>
/// <param name="Size">All behind the dot.</param>
internal sealed partial record InstanceTypeName(string Family, string Series, string Attributes, string Variant, string Size)
{
    /// <summary>None for a text that is not in the form of such a name.</summary>
    public static InstanceTypeName? Parse(string instanceType) => Form().Match(instanceType) is { Success: true, Groups: var parts }
        ? new(parts["family"].Value, parts["series"].Value, parts["attributes"].Value, parts["variant"].Value, parts["size"].Value)
        : null;

    // The first high memory instances, u-6tb1 and the like, are named in an order of their own. \z and not $, which would let a line
    // break through at the end.
    [GeneratedRegex(
        @"^(?<family>(?<series>u)-(?<variant>[1-9][0-9]?tb)1"
        + @"|(?<series>[a-z]{1,3})[1-9][0-9]?(?<attributes>[a-z]{0,4})(-(?<variant>flex|[1-9][0-9]?tb|[a-z]{1,2}[1-9][0-9]{2}))?)"
        + @"\.(?<size>nano|micro|small|medium|large|([1-9][0-9]{0,2})?xlarge|metal(-[1-9][0-9]{0,2}xl)?)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
