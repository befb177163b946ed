using Infra.Servers;

namespace Infra.Settings;

/// <summary>
/// An SSM parameter for an image that AWS publishes, and what its path says of the image:
/// https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-finding-public-parameters.html.
/// </summary>
/// <param name="IsAmazonLinux2023">Whether the image is Amazon Linux 2023.</param>
/// <param name="HoldsId">Whether the parameter holds the image's id alone, and not a document with it, or its name.</param>
/// <param name="Architecture">One of the constants of <see cref="InstanceArchitecture"/>; none where the path does not say.</param>
internal sealed record PublicImageParameter(bool IsAmazonLinux2023, bool HoldsId, string? Architecture)
{
    // No account but AWS's own may begin a path so.
    private const string Folder = "/aws/service/";

    // Of these a parameter holds JSON, and the parameters below it hold a part of it each:
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/retrieve-ecs-optimized_AMI.html
    // https://docs.aws.amazon.com/eks/latest/userguide/retrieve-ami-id.html
    private static readonly string[] InParts = ["ecs/", "eks/"];

    private static readonly string[] Names = ["al2023", "amazon-linux-2023", "amazonlinux-2023"];

    /// <summary>None for a parameter that AWS does not publish, and for those of the Marketplace, whose paths are only numbers.</summary>
    public static PublicImageParameter? Read(string path) => IsIn("", path) && !IsIn("marketplace/", path)
        ? new(Names.Any(name => Says(name, path)), IsId(path), ArchitectureOf(path))
        : null;

    private static bool IsId(string path) =>
        !InParts.Any(folder => IsIn(folder, path)) || path.EndsWith("/image_id", StringComparison.Ordinal);

    // For ECS it is Intel and AMD unless the path says otherwise.
    private static string? ArchitectureOf(string path) =>
        Says(InstanceArchitecture.Arm64, path) ? InstanceArchitecture.Arm64
        : Says(InstanceArchitecture.X86, path) || IsIn("ecs/", path) ? InstanceArchitecture.X86
        : null;

    private static bool IsIn(string folder, string path) => path.StartsWith(Folder + folder, StringComparison.Ordinal);

    private static bool Says(string word, string path) => path.Contains(word, StringComparison.Ordinal);
}
