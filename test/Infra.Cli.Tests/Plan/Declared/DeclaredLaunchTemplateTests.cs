using System.Text;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Declared;

/// <summary>A launch template and the role of its servers, read part by part.</summary>
internal sealed class DeclaredLaunchTemplateTests
{
    private const string Type = "'instanceType': 't4g.micro'";
    private const string Allow = """{"Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}}""";

    [Test]
    public void Template_ThatLeavesOut_HasAwssDefaults()
    {
        var read = Read(Type);

        Assert.That((read.Name, read.InstanceType), Is.EqualTo(("template", "t4g.micro")));
        Assert.That((read.HasPublicAddress, read.IsMonitored, read.HasUnlimitedCredits), Is.EqualTo(((bool?)null, false, true)));
        Assert.That(read.Disks, Is.Empty);
        Assert.That(read.SecurityGroupIds, Is.Empty);
        Assert.That((read.UserData, read.Role), Is.EqualTo(((string?)null, (DeclaredRole?)null)));
    }

    [Test]
    public void Template_WithoutAType_IsOneMessage() => Assert.That(
        () => Read(""),
        Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo($"{TypeToken.LaunchTemplate} template must set instanceType for this"));

    [PlainCase("'monitoring': {'enabled': true}", ExpectedResult = " True True")]
    [PlainCase("'networkInterfaces': [{'associatePublicIpAddress': true}]", ExpectedResult = "True False True")]
    [PlainCase("'networkInterfaces': [{'associatePublicIpAddress': 'false'}]", ExpectedResult = "False False True")]
    [PlainCase("'creditSpecification': {'cpuCredits': 'standard'}", ExpectedResult = " False False")]
    [PlainCase("'creditSpecification': {'cpuCredits': 'unlimited'}", ExpectedResult = " False True")]
    public string Template_WithAPart_HasIt(string part)
    {
        var read = Read($"{Type}, {part}");
        return $"{read.HasPublicAddress} {read.IsMonitored} {read.HasUnlimitedCredits}";
    }

    [Test]
    public void Groups_AreThoseOfTheInterfaceAndThoseOfTheTemplate() => Assert.That(
        Read($"{Type}, 'vpcSecurityGroupIds': ['b'], 'networkInterfaces': [{{'securityGroups': ['a']}}]").SecurityGroupIds,
        Is.EqualTo(["a", "b"]));

    [Test]
    public void UserData_IsDecoded_WhereItIsEncoded()
    {
        var script = $"#!/bin/bash\n{new string('#', 300)}";
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(script));

        Assert.That(Read($"{Type}, 'userData': '{encoded}'").UserData, Is.EqualTo(script));
        Assert.That(Read($"{Type}, 'userData': 'echo short'").UserData, Is.EqualTo("echo short"));
    }

    [PlainCase("'volumeType': 'gp3', 'volumeSize': 8", ExpectedResult = "gp3 8 False")]
    [PlainCase("'volumeSize': '8', 'iops': 0, 'throughput': 0", ExpectedResult = " 8 False")]
    [PlainCase("'iops': 4000", ExpectedResult = "  True")]
    [PlainCase("'iops': 0, 'throughput': 250", ExpectedResult = "  True")]
    [PlainCase("", ExpectedResult = "  False")]
    public string Disk_HasWhatComesWithItsTypeOrMore(string disk)
    {
        var read = Read($"{Type}, 'blockDeviceMappings': [{{'ebs': {{{disk}}}}}]").Disks.Single();
        return $"{read.VolumeType} {read.Gb} {read.HasExtraPerformance}";
    }

    [Test]
    public void Role_HasItsOwnPolicies_AndTheNamesOfOthers()
    {
        var role = RoleOf(Allow)!;

        Assert.That(role.Name, Is.EqualTo("role"));
        Assert.That(role.OtherPolicies, Is.EqualTo(["AmazonSSMManagedInstanceCore", "plain"]));
        Assert.That(
            role.Statements!.SelectMany(statement => statement.Actions), Is.EqualTo(["s3:GetObject", "own:Inline"]));
    }

    [Test]
    public void Role_OfWhichAPlanDoesNotTellAPolicy_HasNoStatements()
    {
        var role = RoleOf("(not known yet)")!;

        Assert.That(role.Statements, Is.Null);
        Assert.That(role.OtherPolicies, Has.Count.EqualTo(2));
    }

    [Test]
    public void Role_ThatIsNotOfTheStack_IsNone() => Assert.That(
        Read(Type, SmallStack.Node(TypeToken.InstanceProfile, "profile", "'role': 'elsewhere'")).Role, Is.Null);

    private static DeclaredRole? RoleOf(string policy)
    {
        var own = SmallStack.Node(TypeToken.IamPolicy, "policy");
        var inline = SmallStack.Node(TypeToken.RolePolicy, "inline", "'role': 'role-id'");
        return Read(
            Type,
            SmallStack.Node(TypeToken.Role, "role"),
            SmallStack.Node(TypeToken.Role, "other"),
            SmallStack.Node(TypeToken.InstanceProfile, "profile", "'role': 'role-id'"),
            own with { Inputs = own.Inputs.SetItem("policy", policy) },
            SmallStack.Node(TypeToken.RolePolicyAttachment, "a", "'role': 'role-id', 'policyArn': 'arn:policy'"),
            SmallStack.Node(
                TypeToken.RolePolicyAttachment,
                "b",
                "'role': 'role-id', 'policyArn': 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore'"),
            SmallStack.Node(TypeToken.RolePolicyAttachment, "c", "'role': 'role-id', 'policyArn': 'plain'"),
            SmallStack.Node(TypeToken.RolePolicyAttachment, "d", "'role': 'other-id', 'policyArn': 'arn:far'"),
            inline with { Inputs = inline.Inputs.SetItem("policy", Allow.Replace("s3:GetObject", "own:Inline", StringComparison.Ordinal)) },
            SmallStack.Node(TypeToken.RolePolicy, "far", "'role': 'other-id', 'policy': 'no JSON'")).Role;
    }

    private static DeclaredLaunchTemplate Read(string inputs, params ResourceNode[] nodes)
    {
        var profile = inputs.Length > 0 ? $"{inputs}, 'iamInstanceProfile': {{'arn': 'arn:profile'}}" : inputs;
        var template = SmallStack.Node(TypeToken.LaunchTemplate, "template", profile);
        return DeclaredLaunchTemplate.Of(SmallStack.Of([template, .. nodes]), template);
    }
}
