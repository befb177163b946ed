namespace Infra.Cli.Live.Drill;

/// <summary>Where a drill takes place.</summary>
/// <param name="Account">The account's twelve digits.</param>
/// <param name="Caller">The ARN of whose credentials these are.</param>
/// <param name="Region">The region.</param>
/// <param name="Group">The group's name.</param>
/// <param name="Url">The site.</param>
internal sealed record DrillPlace(string Account, string Caller, string Region, string Group, Uri Url)
{
    public string Text => $"group {Group} in account {Account}, {Region}";
}
