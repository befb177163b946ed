namespace Pulumi.Testing;

/// <summary>What a program under test sees of its project and stack.</summary>
public class TestOptions
{
    /// <summary>Defaults to <c>project</c>.</summary>
    public string? ProjectName { get; set; }

    /// <summary>Has no default: reading it without a value throws.</summary>
    public string? RootDirectory { get; set; }

    /// <summary>Defaults to <c>stack</c>.</summary>
    public string? StackName { get; set; }

    /// <summary>Defaults to true, which makes outputs that the mocks leave out unknown.</summary>
    public bool? IsPreview { get; set; }

    /// <summary>Defaults to <c>organization</c>.</summary>
    public string? OrganizationName { get; set; }
}
