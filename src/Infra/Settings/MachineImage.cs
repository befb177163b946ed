namespace Infra.Settings;

/// <summary>What servers start from: an image's id, or the SSM parameter that holds one.</summary>
/// <remarks>
/// The program looks the parameter up itself. A launch template could name it, but AWS does not roll an instance refresh back by itself
/// when the template does: https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-refresh-rollback.html.
/// </remarks>
public sealed record MachineImage
{
    private const string ParameterPrefix = "resolve:ssm:";
    private const string AmazonLinuxFolder = "/aws/service/ami-amazon-linux-latest/";

    /// <summary>The image's id, <c>ami-</c> and hexadecimal digits; null when <see cref="ParameterName"/> says where it stands.</summary>
    public string? Id { get; private init; }

    /// <summary>
    /// The name of the SSM parameter that holds the id, and behind a colon its version or label if the setting has one, as AWS takes
    /// them: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html. Null when there is an <see cref="Id"/>.
    /// </summary>
    public string? ParameterName { get; private init; }

    /// <summary>
    /// The size that is known to be enough for it, in GiB: of the images of Amazon Linux 2023 itself, the standard one's snapshot has 8
    /// and the minimal one's less. None for any other: a volume whose size nobody says is as large as its snapshot. See
    /// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EbsBlockDevice.html.
    /// </summary>
    public int? RootVolumeGiB => ParameterName?.StartsWith(AmazonLinuxFolder, StringComparison.Ordinal) is true ? 8 : null;

    /// <summary>What AWS's own path of the parameter says of the image; none for an id, and for a parameter of somebody else.</summary>
    internal PublicImageParameter? Public => ParameterName is null ? null : PublicImageParameter.Read(ParameterName.Split(':')[0]);

    /// <summary>The image that the setting <c>imageId</c> names.</summary>
    public static MachineImage Of(string setting) => setting.StartsWith(ParameterPrefix, StringComparison.Ordinal)
        ? new() { ParameterName = setting[ParameterPrefix.Length..] }
        : new() { Id = setting };

    /// <summary>
    /// AWS's current Amazon Linux 2023. See https://docs.aws.amazon.com/linux/al2023/ug/ec2.html.
    /// </summary>
    /// <param name="architecture">One of the constants of <see cref="Infra.Servers.InstanceArchitecture"/>.</param>
    public static MachineImage AmazonLinux2023(string architecture) => new()
    {
        ParameterName = $"{AmazonLinuxFolder}al2023-ami-kernel-default-{architecture}",
    };
}
