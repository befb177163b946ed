using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;

namespace Infra.Cli.Tests.Plan.Reading;

/// <summary>What each operation of Pulumi's engine leaves, and what an input of a plan stands for.</summary>
internal sealed class PlannedStepTests
{
    // https://github.com/pulumi/pulumi/blob/master/sdk/go/common/apitype/updates.go
    [TestCase("same", true)]
    [TestCase("create", true)]
    [TestCase("update", true)]
    [TestCase("replace", true)]
    [TestCase("create-replacement", true)]
    [TestCase("import", true)]
    [TestCase("import-replacement", true)]
    [TestCase("delete", false)]
    [TestCase("delete-replaced", false)]
    [TestCase("discard", false)]
    [TestCase("discard-replaced", false)]
    [TestCase("remove-pending-replace", false)]
    public void Resource_AfterAnOperation_IsThereOrGone(string operation, bool isThere)
    {
        var resource = Resource("aws:ec2/vpc:Vpc", "vpc");

        Assert.That(
            PlannedStep.Outcome([new(operation, resource.Urn, resource, resource)]).Count, Is.EqualTo(isThere ? 1 : 0));
    }

    // Before a step the engine shows the new state without the outputs that stay.
    [TestCase("same", "before")]
    [TestCase("replace", null)]
    [TestCase("create", null)]
    public void Outputs_ThatAStepLeavesOut_AreThoseOfBeforeWhereTheResourceStays(string operation, string? output)
    {
        var (old, @new) = OfBefore("aws:ec2/vpc:Vpc");

        var outcome = PlannedStep.Outcome([new(operation, old.Urn, old, @new)]).Single();

        Assert.That(outcome.Outputs.GetValueOrDefault("is"), Is.EqualTo(output));
    }

    // They follow from all else: the promises of before would be wrong for what comes.
    [TestCase("same", "before")]
    [TestCase("update", null)]
    public void OutputsOfTheStack_WhereSomethingChanges_AreMadeAnew(string ofAnother, string? output)
    {
        var (old, @new) = OfBefore(TypeToken.Stack);
        var another = Resource("aws:ec2/vpc:Vpc", "vpc");

        var outcome = PlannedStep.Outcome(
            [new("same", old.Urn, old, @new), new(ofAnother, another.Urn, another, another)]);

        Assert.That(outcome[0].Outputs.GetValueOrDefault("is"), Is.EqualTo(output));
    }

    [Test]
    public void Outputs_ThatAStepSays_AreThese([Values("same", "update", "create", "replace")] string operation)
    {
        var (old, @new) = OfBefore(TypeToken.Stack);
        @new = @new with { Outputs = old.Outputs.SetItem("is", "after") };

        Assert.That(PlannedStep.Outcome([new(operation, old.Urn, old, @new)]).Single().Outputs["is"], Is.EqualTo("after"));
    }

    [TestCase("update", "old")]
    [TestCase("same", "old")]
    [TestCase("replace", null)]
    public void Id_OfAResource_StaysWithIt(string operation, string? id)
    {
        var (old, @new) = OfBefore("aws:ec2/vpc:Vpc");

        Assert.That(
            PlannedStep.Outcome([new(operation, old.Urn, old with { Id = "old" }, @new with { Id = null })]).Single().Id, Is.EqualTo(id));
    }

    // What --refresh found is what later steps begin with.
    [Test]
    public void Resources_BeforeAPlanWithARefresh_AreThoseThatItFound()
    {
        var (former, gone) = (Resource("aws:ec2/vpc:Vpc", "vpc"), Resource("aws:ec2/vpc:Vpc", "gone"));
        var found = former with { Id = "found" };
        var replaced = found with { Id = "replaced", IsToBeDeleted = true };
        var looked = Resource("aws:ec2/getAmi:getAmi", "image");

        var before = PlannedStep.Before(
        [
            new("refresh", former.Urn, former, found), new("refresh", gone.Urn, gone, null), new("update", found.Urn, found, found),
            new("same", found.Urn, found, found), new("delete-replaced", replaced.Urn, replaced, null), new("create", "new", null, former),
            new("read", looked.Urn, looked, looked), new("read-replacement", looked.Urn, looked, looked),
        ]);

        Assert.That(before.Select(resource => resource.Id), Is.EqualTo(["found", "replaced"]));
    }

    // One for each type: sdk/go/common/resource/plugin/rpc.go in pulumi/pulumi.
    [TestCase("1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", Description = "boolean")]
    [TestCase("3eeb2bf0-c639-47a8-9e75-3b44932eb421", Description = "number")]
    [TestCase("04da6b54-80e4-46f7-96ec-b56ff0331ba9", Description = "text")]
    [TestCase("6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", Description = "array")]
    [TestCase("030794c1-ac77-496b-92df-f27374a8bd58", Description = "asset")]
    [TestCase("e48ece36-62e2-4504-bad9-02848725956a", Description = "archive")]
    [TestCase("dd056dcd-154b-4c76-9bd3-c8f88648b5ff", Description = "object")]
    public void Text_OfAnUnknownValue_IsOne(string text) => Assert.That(PropertyReader.IsUnknown(text), Is.True);

    private static (ReadResource Old, ReadResource New) OfBefore(string type)
    {
        var @new = Resource(type, "one");
        return (@new with { Outputs = @new.Outputs.Add("is", "before") }, @new);
    }

    private static ReadResource Resource(string type, string name) => new()
    {
        Urn = $"urn:pulumi:dev::infra::{type}::{name}",
        Type = type,
        IsCustom = true,
        Id = name,
        Inputs = ImmutableDictionary<string, object>.Empty,
        Outputs = ImmutableDictionary<string, object>.Empty,
    };
}
