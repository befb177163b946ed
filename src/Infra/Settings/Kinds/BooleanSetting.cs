namespace Infra.Settings.Kinds;

internal sealed class BooleanSetting : Setting<bool>
{
    public override SettingKind Kind => SettingKind.Boolean;

    public override string Range => "true or false";

    public override IReadOnlyList<Fault> Parse(string text, out bool value)
    {
        value = text == "true";
        return value || text == "false" ? NoFaults : [new(text, "write true or false, in lower case")];
    }
}
