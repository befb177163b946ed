using System.Collections.Immutable;
using System.Reflection;
using System.Xml.Linq;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Tier;

/// <summary>What a team meets that uses a component: inputs as those of any Pulumi package, each with a comment.</summary>
public sealed class ComponentArgsTests
{
    // All that a component of another language can be given:
    // https://www.pulumi.com/docs/iac/guides/building-extending/components/build-a-component/.
    private static readonly HashSet<Type> EveryLanguage =
    [
        typeof(string), typeof(bool?), typeof(int?), typeof(Input<string>), typeof(InputList<string>), typeof(List<string>),
        typeof(Dictionary<string, string>),
    ];

    private static readonly string[] MadeNames = ["Id", "Arn", "ArnSuffix", "BucketName", "DnsName"];

    private static readonly ImmutableHashSet<string> Commented = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Infra.xml"))
        .Descendants("member")
        .Where(member => member.Element("summary") is { Value.Length: > 0 })
        .Select(member => member.Attribute("name")!.Value)
        .ToImmutableHashSet();

    private static IEnumerable<Type> Components => typeof(WebTier).Assembly.GetExportedTypes()
        .Where(type => type.IsSubclassOf(typeof(ComponentResource)) && !type.IsSubclassOf(typeof(Pulumi.Stack)));

    private static IEnumerable<PropertyInfo> Inputs => Components.SelectMany(component => ArgsOf(component).GetProperties());

    [Test]
    public void Components_ThatArePublic_AreThose() =>
        Assert.That(Components.Select(component => component.Name), Is.EquivalentTo(new[]
        {
            "AlertTopic", "ApplicationLogs", "Certificate", "HttpsLoadBalancer", "LogArchive", "Monitoring", "Network", "SecurityGroups",
            "ServerFleet", "SiteAlias", "SiteBundle", "VpcEndpoints", "WebFirewall", "WebTier",
        }));

    [TestCaseSource(nameof(Components))]
    public void Constructor_OfAComponent_TakesANameArgsAndOptions(Type component)
    {
        var parameters = component.GetConstructors().Single().GetParameters();

        Assert.That(parameters.Select(parameter => parameter.Name), Is.EqualTo(new[] { "name", "args", "options" }));
        Assert.Multiple(() =>
        {
            Assert.That(parameters[0].ParameterType, Is.EqualTo(typeof(string)));
            Assert.That(parameters[1].ParameterType, Is.EqualTo(ArgsOf(component)));
            Assert.That(parameters[2].ParameterType, Is.EqualTo(typeof(ComponentResourceOptions)));
            Assert.That(parameters[2].HasDefaultValue, Is.True);
        });
    }

    [TestCaseSource(nameof(Components))]
    public void Args_OfAComponent_ArePulumisAndNamedAfterIt(Type component)
    {
        var args = ArgsOf(component);

        Assert.That(args.BaseType, Is.EqualTo(typeof(ResourceArgs)));
        Assert.That(args.Name, Is.EqualTo($"{component.Name}Args"));
        Assert.That(args.GetProperties(), Is.Not.Empty);
    }

    [TestCaseSource(nameof(Inputs))]
    public void Input_OfAComponent_HasItsNameAndAComment(PropertyInfo input)
    {
        var attribute = input.CustomAttributes.SingleOrDefault(one => one.AttributeType == typeof(InputAttribute));

        Assert.That(attribute?.ConstructorArguments[0].Value, Is.EqualTo(Tiers.WireName(input.Name)));
        Assert.Multiple(() =>
        {
            Assert.That(input.CanWrite, Is.True);
            Assert.That(attribute!.ConstructorArguments[1].Value, Is.EqualTo(IsRequired(input)), "required in both ways or in none");
            Assert.That(Commented, Does.Contain($"P:{input.DeclaringType!.FullName}.{input.Name}"));
        });
    }

    [Test]
    public void Inputs_OfATier_AreWhatEveryLanguageHas() =>
        Assert.That(
            typeof(WebTierArgs).GetProperties().Where(input => !EveryLanguage.Contains(input.PropertyType)).Select(input => input.Name),
            Is.Empty);

    // Pulumi asks for <package>:index:<class>, and takes the folder that the plugin's file is in.
    [Test]
    public async Task Token_OfATier_IsWhatItsPackageIsAskedFor()
    {
        var package = Path.Combine(Repository.Root, "src", "Infra.Package");
        var tier = (await Tiers.Run(Tiers.Args)).Resources[0];

        Assert.That(tier.Type, Is.EqualTo($"infra:index:{nameof(WebTier)}"));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(package, "Program.cs")), Does.Contain("new Metadata(\"infra\""));
        Assert.That(await File.ReadAllLinesAsync(Path.Combine(package, "PulumiPlugin.yaml")), Does.Contain("runtime: dotnet"));
        Assert.That(Directory.GetFiles(package, "*.csproj"), Has.Length.EqualTo(1));
    }

    [Test]
    public void Outputs_OfATier_HaveTheirNamesAndComments()
    {
        var outputs = typeof(WebTier).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

        Assert.That(outputs, Is.Not.Empty);
        foreach (var output in outputs)
        {
            Assert.That(output.PropertyType, Is.EqualTo(typeof(Output<string>)), output.Name);
            Assert.That(output.GetCustomAttribute<OutputAttribute>()?.Name, Is.EqualTo(Tiers.WireName(output.Name)));
            Assert.That(Commented, Does.Contain($"P:{typeof(WebTier).FullName}.{output.Name}"));
        }
    }

    // AWS's words are ids, ARNs and names: what another resource makes, and thus an input that may be known later.
    [Test]
    public void Inputs_ThatAnotherResourceMakes_MayBeKnownLater() =>
        Assert.That(
            Inputs.Where(input => MadeNames.Any(name => input.Name.EndsWith(name, StringComparison.Ordinal)))
                .Where(input => input.PropertyType != typeof(Input<string>))
                .Select(input => $"{input.DeclaringType!.Name}.{input.Name}"),
            Is.Empty);

    private static Type ArgsOf(Type component) => component.GetConstructors().Single().GetParameters()[1].ParameterType;

    private static bool IsRequired(PropertyInfo input) =>
        input.CustomAttributes.Any(one => one.AttributeType == typeof(System.Runtime.CompilerServices.RequiredMemberAttribute));
}
