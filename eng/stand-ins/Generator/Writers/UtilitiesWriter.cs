namespace Generator.Writers;

/// <summary>Writes what all classes of an SDK share: its version, defaults from the environment, the attribute of its resources.</summary>
internal static class UtilitiesWriter
{
    public static void Write(SourceFile file, string packageName, string version)
    {
        file.Block("internal static class Utilities", () =>
        {
            file.Line($"public const string Version = \"{version}\";");
            file.Line();
            file.Line("public static string? GetEnv(params string[] names)");
            file.Line("    => names.Select(System.Environment.GetEnvironmentVariable).FirstOrDefault(value => value is not null);");
            file.Line();
            file.Block("public static InvokeOptions WithDefaults(this InvokeOptions? options)", () =>
            {
                file.Line("options ??= new InvokeOptions();");
                file.Line("options.Version ??= Version;");
                file.Line("return options;");
            });
            file.Line();
            file.Block("public static InvokeOutputOptions WithDefaults(this InvokeOutputOptions? options)", () =>
            {
                file.Line("options ??= new InvokeOutputOptions();");
                file.Line("options.Version ??= Version;");
                file.Line("return options;");
            });
        });
        file.Line();
        var attribute = $"{CSharpNames.Pascal(packageName)}ResourceTypeAttribute";
        file.Line($"internal sealed class {attribute}(string type) : ResourceTypeAttribute(type, Utilities.Version);");
    }
}
