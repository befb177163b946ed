using System.Text.Json;
using Infra.Settings;
using Infra.Tests.Settings;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Stack;

/// <summary>Whether a secret setting reaches the engine as a secret. Mocks see plain values, so the arguments themselves are asked.</summary>
public sealed class SecretsOnTheWireTests
{
    // For each setting that can be secret, a value that no other setting has.
    private static readonly Dictionary<string, string> Values = new()
    {
        ["alarmEmail"] = "planted@secret.example.com",
        ["certificateArn"] = "arn:aws:acm:eu-west-1:111122223333:certificate/0123abcd-2222-3333-4444-555555555555",
    };

    private static readonly JsonSerializerOptions Json = new() { Converters = { new UnionJson() } };

    private static IEnumerable<string> CanBeSecret => SettingsCatalogue.All.Where(setting => setting.CanBeSecret).Select(setting => setting.Key);

    [TestCaseSource(nameof(CanBeSecret))]
    public async Task SecretSetting_WhereverItIsUsed_IsASecret(string key)
    {
        var uses = await UsesOf(key, secretKeys: [$"infra:{key}"]);

        Assert.That(uses, Is.Not.Empty);
        Assert.That(uses.Where(use => !use.IsSecret), Is.Empty);
    }

    // Without it the test above would hold with a program that makes everything secret.
    [TestCaseSource(nameof(CanBeSecret))]
    public async Task OpenSetting_WhereverItIsUsed_IsOpen(string key)
    {
        var uses = await UsesOf(key, secretKeys: []);

        Assert.That(uses, Is.Not.Empty);
        Assert.That(uses.Where(use => use.IsSecret), Is.Empty);
    }

    private static async Task<IReadOnlyList<Use>> UsesOf(string key, string[] secretKeys)
    {
        var config = Given.Config((key, Values[key])) with { SecretKeys = secretKeys.ToHashSet() };
        var run = await Stacks.Run(config, Given.Region);

        List<Use> uses = [];
        foreach (var resource in run.Recorded.Resources)
        {
            foreach (var property in resource.Args.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
                await Look($"{resource} {property.Name}", property.GetValue(resource.Args));
        }

        foreach (var request in run.Outputs)
        {
            foreach (var (name, value) in request.Outputs)
                await Look($"{request.Urn} {name}", value);
        }

        return uses;

        async Task Look(string place, object? value)
        {
            var json = Output.JsonSerialize(Output.Create(value), Json);
            if ((await OutputUtilities.GetValueAsync(json)).Contains(Values[key], StringComparison.Ordinal))
                uses.Add(new(place, await Output.IsSecretAsync(json)));
        }
    }

    /// <summary>An input or output that the value is in.</summary>
    private sealed record Use(string Place, bool IsSecret);
}
