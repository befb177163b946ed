using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using Infra.Cli.Live.Aws;
using Infra.Cli.Shell;
using Infra.Cli.Tests.Live.Drill;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Aws;

/// <summary>What a stack's outputs say, read as the drill and the roll read them.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class GroupOutputsTests
{
    private const string Strange = "the outputs of stack dev are not what this program writes: ";
    private const string Hint = " Run 'pulumi up --stack dev' first.";
    private const string NoUrl = $"{Strange}The url must begin with https://.{Hint}";

    [Test]
    public void Outputs_AreReadEach()
    {
        var outputs = GroupOutputs.Read<RollOutputs>("dev", Json());

        Assert.That(outputs, Is.EqualTo(new RollOutputs
        {
            Url = new("https://www.example.com"),
            Region = "eu-west-1",
            GroupName = "fleet-group",
            TargetGroupName = "web-tg",
            SecondsToNotice = 50,
            SecondsToReplace = 440,
            SecondsToAdd = 630,
            Rollout = "promote",
            LaunchTemplateId = "lt-c19448849f7a4ce5a",
            PreparedVersion = "1",
            ProvenVersion = "1",
            SecondsToWarmUp = 20,
            SecondsToRoll = 1860,
            AlarmNames = outputs.AlarmNames,
        }));
        Assert.That(outputs.AlarmNames, Is.EqualTo(["watch-server-errors", "watch-load-balancer-errors"]));
        Assert.That(
            (outputs.ReplaceMarked, outputs.AddServer, outputs.RollsWithin),
            Is.EqualTo((TimeSpan.FromSeconds(390), TimeSpan.FromSeconds(630), TimeSpan.FromSeconds(1860))));
    }

    [TestCase(null, null)]
    [TestCase("null", null)]
    [TestCase("0", 0)]
    [TestCase("2000", 2000)]
    public void FirewallRateLimit_IsThere_WhereAFirewallIs(string? said, int? limit)
    {
        var json = said is null ? Json() : Json(outputs => outputs["firewallRateLimit"] = JsonNode.Parse(said));

        Assert.That(GroupOutputs.Read<GroupOutputs>("dev", json).FirewallRateLimit, Is.EqualTo(limit));
    }

    [TestCase("promote", true)]
    [TestCase("up", false)]
    [TestCase("Promote", false)]
    [TestCase("promoted", false)]
    public void Rollout_OnPromote_IsPromoted(string rollout, bool isPromoted) => Assert.That(
        GroupOutputs.Read<RollOutputs>("dev", Json(outputs => outputs["rollout"] = rollout)).IsPromoted, Is.EqualTo(isPromoted));

    [Test]
    public void Output_ThatIsMissing_OrNull_OrOfAnotherKind_IsSaid(
        [Values(
            "region", "autoScalingGroupName", "targetGroupName", "secondsToNoticeSickServer", "secondsToReplaceSickServer",
            "secondsToAddServer", "rollout", "launchTemplateId", "preparedVersion", "provenVersion", "secondsToWarmUp", "secondsToRoll",
            "rollAlarmNames", "url")] string output,
        [Values("missing", "null", "another")] string how)
    {
        var json = Json(outputs =>
        {
            if (how == "missing")
                outputs.Remove(output);
            else
                outputs[output] = how == "null" ? null : new JsonObject { ["a"] = true };
        });

        Assert.That(
            () => GroupOutputs.Read<RollOutputs>("dev", json),
            Throws.TypeOf<InvalidUsageException>().With.Message.StartsWith(Strange).And.Message.EndsWith(Hint));
    }

    // A drill does not need what only a roll does.
    [TestCase("rollout")]
    [TestCase("rollAlarmNames")]
    public void Output_OfARollAlone_MayBeMissingForADrill(string output) =>
        Assert.That(GroupOutputs.Read<GroupOutputs>("dev", Json(outputs => outputs.Remove(output))).Region, Is.EqualTo("eu-west-1"));

    [PlainCase("\"http://www.example.com\"")]
    [PlainCase("\"ftp://www.example.com\"")]
    [PlainCase("\"www.example.com\"")]
    [PlainCase("\"/\"")]
    [PlainCase("\"\"")]
    public void Url_ThatIsNotHttps_IsRefused(string url) => Assert.That(
        () => GroupOutputs.Read<GroupOutputs>("dev", Json(outputs => outputs["url"] = JsonNode.Parse(url))),
        Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(NoUrl));

    [Test]
    public void Url_OfAnyCase_IsHttps() => Assert.That(
        GroupOutputs.Read<GroupOutputs>("dev", Json(outputs => outputs["url"] = "HTTPS://www.example.com")).Url,
        Is.EqualTo(new Uri("https://www.example.com/")));

    [PlainCase("null", NoUrl)]
    [PlainCase("", Strange)]
    [PlainCase("<html>", Strange)]
    [PlainCase("[]", Strange)]
    [PlainCase("{}", Strange)]
    public void Outputs_ThatAreNoObject_AreRefused(string json, string message) => Assert.That(
        () => GroupOutputs.Read<GroupOutputs>("dev", json),
        Throws.TypeOf<InvalidUsageException>().With.Message.StartsWith(message).And.Message.EndsWith(Hint));

    [Test]
    public async Task Stack_NeedsThePulumiCli()
    {
        using var tools = new ScriptedTools();
        var path = Environment.GetEnvironmentVariable("PATH");
        Environment.SetEnvironmentVariable("PATH", tools.Folder);
        try
        {
            await Assert.ThatAsync(
                () => GroupOutputs.OfAsync<GroupOutputs>("dev", CancellationToken.None),
                Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
                    "stack dev needs the Pulumi CLI, and there is no 'pulumi' on PATH: install it, and log in to where dev is kept"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
        }
    }

    private static string Json(Action<JsonObject>? edit = null)
    {
        var outputs = JsonNode.Parse(ScriptedTools.Outputs)!.AsObject();
        outputs["url"] = "https://www.example.com";
        edit?.Invoke(outputs);
        return outputs.ToJsonString();
    }
}
