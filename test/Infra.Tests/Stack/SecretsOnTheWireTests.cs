using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Settings;
using Infra.Settings.Kinds;
using Infra.Tests.Settings;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Stack;

/// <summary>
/// Whether a secret setting reaches the engine as a secret, whatever else the stack has. Mocks see plain values, so the arguments
/// themselves are asked.
/// </summary>
public sealed class SecretsOnTheWireTests
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new UnionJson() } };

    private static readonly IReadOnlyDictionary<string, (string Key, string Value)[]> Stacks = new Dictionary<string, (string, string)[]>
    {
        ["bare"] = [],
        ["named"] = [("domainName", "www.example.org"), ("hostedZoneId", "Z1")],
        ["firewall"] = [("waf", "true")],
        ["end-to-end"] = [("tlsMode", "end-to-end")],
        ["prod"] = [.. ProjectFiles.ConfigOf("prod").Config.Values.Select(entry => (entry.Key, entry.Value))],
    };

    private static IEnumerable<TestCaseData> Cases() =>
        from setting in SettingsCatalogue.All
        where setting.CanBeSecret
        from stack in Stacks.Keys
        select new TestCaseData(setting, stack) { TestName = $"{{m}}({setting.Key}, {stack})" };

    [TestCaseSource(nameof(Cases))]
    public async Task SecretSetting_WhereverItIsUsed_IsASecret(SettingDefinition setting, string stack)
    {
        var uses = await UsesOf(setting, stack, secretKeys: [$"infra:{setting.Key}"]);

        Assert.That(uses, Is.Not.Empty);
        Assert.That(uses.Where(use => !use.IsSecret), Is.Empty);
    }

    // Without it the test above would hold with a program that makes everything secret.
    [TestCaseSource(nameof(Cases))]
    public async Task OpenSetting_WhereverItIsUsed_IsOpen(SettingDefinition setting, string stack)
    {
        var uses = await UsesOf(setting, stack, secretKeys: []);

        Assert.That(uses, Is.Not.Empty);
        Assert.That(uses.Where(use => use.IsSecret), Is.Empty);
    }

    private static async Task<IReadOnlyList<Use>> UsesOf(SettingDefinition setting, string stack, string[] secretKeys)
    {
        var value = setting.Example!;
        var config = Given.Config([.. Stacks[stack], (setting.Key, value)]) with { SecretKeys = secretKeys.ToHashSet() };
        var run = await Stack.Stacks.Run(config, Given.Region);

        // What a name tells, nobody can make secret.
        var names = run.Recorded.Resources.Select(resource => $"{resource}").Concat(run.Outputs.Select(request => request.Urn!));
        List<Use> uses = [.. names.Where(Tells).Select(name => new Use(name, IsSecret: false))];
        foreach (var resource in run.Recorded.Resources)
        {
            foreach (var property in resource.Args.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
                await Look($"{resource} {property.Name}", property.GetValue(resource.Args));
        }

        foreach (var request in run.Outputs)
        {
            foreach (var (name, output) in request.Outputs)
                await Look($"{request.Urn} {name}", output);
        }

        return uses;

        async Task Look(string place, object? given)
        {
            var json = Output.JsonSerialize(Output.Create(given), Json);
            if (TextsIn(JsonNode.Parse(await OutputUtilities.GetValueAsync(json))).Any(Tells))
                uses.Add(new(place, await Output.IsSecretAsync(json)));
        }

        bool Tells(string text) => $"{text}\n{Decoded(text)}".Contains(value, StringComparison.Ordinal);
    }

    private static IEnumerable<string> TextsIn(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => TextsIn(member.Value).Prepend(member.Key)),
        JsonArray items => items.SelectMany(TextsIn),
        JsonValue value => [value.ToString()],
        _ => [],
    };

    // User data is Base64.
    private static string Decoded(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
    }

    /// <summary>An input, output or name that the value is in.</summary>
    private sealed record Use(string Place, bool IsSecret);
}
