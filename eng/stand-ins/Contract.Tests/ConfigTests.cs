namespace Contract.Tests;

/// <summary>Configuration as read from PULUMI_CONFIG.</summary>
internal sealed class ConfigTests
{
    private const string Variable = "PULUMI_CONFIG";

    private const string Json = """
        {"project:name":"web","ns:name":"other","old:config:name":"normalised","project:number":5,"project:true":true,
         "project:object":{"a":1},"project:port":"443","project:on":"true","project:bad":"yes"}
        """;

    private readonly string? _original = Environment.GetEnvironmentVariable(Variable);

    [SetUp]
    public void SetConfig() => Environment.SetEnvironmentVariable(Variable, Json);

    [TearDown]
    public void RestoreConfig() => Environment.SetEnvironmentVariable(Variable, _original);

    private static readonly TestCaseData<Func<object?>, object?>[] Readings =
    [
        new(() => new Config().Get("name"), "web") { TestName = "Config_WithoutNamespace_UsesTheProject" },
        new(() => new Config("ns").Get("name"), "other") { TestName = "Config_WithNamespace_UsesIt" },
        new(() => new Config("old:config").Get("name"), "normalised") { TestName = "Config_OfOldStyleNamespace_IsNormalised" },
        new(() => new Config().Get("number"), "5") { TestName = "Number_AsText_IsItsText" },
        new(() => new Config().Get("true"), "True") { TestName = "JsonTrue_AsText_IsCapitalised" },
        new(() => new Config().Get("object"), """{"a":1}""") { TestName = "JsonObject_AsText_IsRaw" },
        new(() => new Config().GetObject<Dictionary<string, int>>("object")!["a"], 1) { TestName = "JsonObject_AsObject_IsRead" },
        new(() => new Config().RequireInt32("port"), 443) { TestName = "Int32_OfText_IsParsed" },
        new(() => new Config().RequireBoolean("on"), true) { TestName = "Boolean_OfText_IsParsed" },
        new(() => new Config().Get("nope"), null) { TestName = "Text_Missing_IsNull" },
        new(() => new Config().GetInt32("nope"), null) { TestName = "Int32_Missing_IsNull" },
        new(() => new Config().GetSecret("nope"), null) { TestName = "Secret_Missing_IsNull" },
    ];

    [TestCaseSource(nameof(Readings))]
    public async Task Config_WhenRead_Gives(Func<object?> read, object? expected) =>
        Assert.That(await Run.Update(new RecordingMocks(), read), Is.EqualTo(expected));

    private static readonly TestCaseData<Action, string>[] Refusals =
    [
        new(() => new Config().Require("nope"), "Missing Required configuration variable 'project:nope'\n"
            + "\tplease set a value using the command `pulumi config set project:nope <value>`"),
        new(() => new Config().GetBoolean("bad"), "Configuration 'project:bad' value 'yes' is not a valid Boolean"),
        new(() => new Config().GetBoolean("true"), "Configuration 'project:true' value 'True' is not a valid Boolean"),
        new(() => new Config().GetInt32("bad"), "Configuration 'project:bad' value 'yes' is not a valid Int32"),
        new(() => new Config().GetDouble("bad"), "Configuration 'project:bad' value 'yes' is not a valid Double"),
        new(() => new Config().GetObject<Uri[]>("bad"), "Configuration 'project:bad' value 'yes' is not a valid System.Uri[]"),
    ];

    [TestCaseSource(nameof(Refusals))]
    public Task Config_WhenRefused_FailsWithTheWholeMessage(Action read, string message) =>
        Run.Fails(read, Is.EqualTo(message));

    [Test]
    public async Task Secret_WhenRequired_IsKnownAndSecretWithoutDependencies()
    {
        var secret = await Run.Update(new RecordingMocks(), () => new Config().RequireSecret("name"));

        Assert.That(await secret.Value(), Is.EqualTo("web"));
        Assert.That(await secret.IsSecret(), Is.True);
        Assert.That(await secret.Dependencies(), Is.Empty);
    }
}
