using System.Text.Json;
using Infra.Settings;
using Infra.Settings.Reading;

namespace Infra.Tests.Settings;

/// <summary>What <c>aws:defaultTags</c> may say.</summary>
public sealed class DefaultTagTests
{
    private const string Key = "aws:defaultTags";

    [TestCase("""{"tags":{}}""")]
    [TestCase("""{"tags":{"Owner":"web team"}}""")]
    [TestCase("""{"tags":{"a":"","b":"1","c":"x","d":"x","e":"x","f":"x"}}""", TestName = "Six_AreTaken")]
    [TestCase("""{"tags":{"cost:Center/1.2_3=4+5-6@x":"é 1"}}""", TestName = "EveryCharacterThatAwsTakes_IsTaken")]
    public void Read_Tags_HasThem(string json) => Assert.That(StackSettings.Read(With(json), Given.Region).DefaultTags, Is.EquivalentTo(
        JsonDocument.Parse(json).RootElement.GetProperty("tags").EnumerateObject()
            .ToDictionary(tag => tag.Name, tag => tag.Value.GetString()!)));

    [Test]
    public void Read_LongestKeyAndValue_AreTaken()
    {
        var (key, value) = (new string('k', 128), new string('v', 256));

        Assert.That(StackSettings.Read(With(Tags((key, value))), Given.Region).DefaultTags[key], Is.EqualTo(value));
        Assert.That(Problems(Tags((key + "k", value), ("b", value + "v"))), Has.Count.EqualTo(2));
    }

    [TestCase("Owner")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("""{"Owner":"web"}""")]
    [TestCase("""{"tags":null}""")]
    [TestCase("""{"tags":{"Owner":null}}""")]
    [TestCase("""{"tags":{"CostCenter":4711}}""")]
    [TestCase("""{"tags":{"Owner":"web"},"Tags":{}}""")]
    public void Read_NoMapOfTexts_IsRefused(string text) => Assert.That(Problems(text), Is.EqualTo(
    [
        new SettingProblem(
            Key, """must be {"tags": {...}} with texts in it""", text,
            "set one by the command `pulumi config set --path aws:defaultTags.tags.Owner web-team`"),
    ]));

    [TestCase("Name")]
    [TestCase("environment")]
    [TestCase("PROJECT")]
    [TestCase("ManagedBy")]
    public void Read_TagOfTheProgram_IsRefusedInAnyCase(string key) => Assert.That(Problems(Tags((key, "x"))), Is.EqualTo(
        [new SettingProblem(Key, "must not be a tag that every resource has from the program", key, "take it out, or give it another name")]));

    [TestCase("")]
    [TestCase("aws:x")]
    [TestCase("AWS:x")]
    [TestCase("a*")]
    [TestCase("a\n")]
    public void Read_KeyThatAwsRefuses_IsRefused(string key) => Assert.That(Problems(Tags((key, "x"))).Single().Rule, Does.StartWith("must have keys"));

    [TestCase("50%")]
    [TestCase("a\n")]
    public void Read_ValueThatAwsRefuses_IsRefused(string value) => Assert.That(
        Problems(Tags(("Owner", value))).Single().Rule,
        Is.EqualTo("must have values of at most 256 letters, digits, spaces and _.:/=+-@ (Owner)"));

    [Test]
    public void Read_SeveralFaults_NamesEach() => Assert.That(
        Problems(Tags(("a", "1"), ("A", "2"), ("b", "3"), ("c", "4"), ("d", "5"), ("Name", "6"), ("e*", "7")))
            .Select(problem => problem.Got), Is.EquivalentTo(["Name", "e*", "A and a", "7"]));

    // Tags show what it is.
    [Test]
    public void Read_Secret_IsRefusedWithoutItsValue()
    {
        var source = With(Tags(("Owner", "hunter2"))) with { SecretKeys = new HashSet<string> { Key } };

        var problem = Given.Invalid(source, Given.Region).Problems.Single();

        Assert.That((problem.Key, problem.Got), Is.EqualTo((Key, (string?)null)));
    }

    private static ConfigSource With(string json) =>
        Given.Config() with { Provider = new Dictionary<string, string> { ["defaultTags"] = json } };

    private static string Tags(params (string Key, string Value)[] tags) => JsonSerializer.Serialize(
        new { tags = tags.ToDictionary(tag => tag.Key, tag => tag.Value) });

    private static IReadOnlyList<SettingProblem> Problems(string text) => Given.Invalid(With(text), Given.Region).Problems;
}
