using System.Text.RegularExpressions;

namespace Infra.Applications;

/// <summary>
/// A variable of the application's environment whose value is kept by AWS. The servers fetch it each time that the application starts, so
/// that neither the stack nor its state ever holds it.
/// </summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Arn">What holds its value: a secret of Secrets Manager, or a parameter of SSM Parameter Store.</param>
public sealed partial record ApplicationSecret(string Name, string Arn)
{
    /// <summary>The service that keeps it, as endpoints and ARNs call it.</summary>
    public string Service => Arn.Split(':')[2];

    /// <summary>The action that reads it.</summary>
    public string ReadAction => IsOfSecretsManager ? "secretsmanager:GetSecretValue" : "ssm:GetParameter";

    /// <summary>The region that it is in.</summary>
    public string Region => Arn.Split(':')[3];

    /// <summary>The partition that it is in, e.g. <c>aws-cn</c>.</summary>
    public string Partition => Arn.Split(':')[1];

    /// <summary>Whether Secrets Manager keeps it, and not SSM Parameter Store.</summary>
    public bool IsOfSecretsManager => Service == "secretsmanager";

    /// <summary>The secret in <c>NAME=ARN</c>; null if the text has not that form.</summary>
    public static ApplicationSecret? Of(string text) =>
        text.Split('=', 2) is [var name, var arn] && EnvironmentVariable.IsName(name) && ArnForm().IsMatch(arn) ? new(name, arn) : null;

    // Secrets Manager ends a name with a hyphen and six characters of its own, without which a policy would not be about the secret:
    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_iam-permissions.html. A parameter's name begins with a slash
    // only where it is a path: https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html.
    [GeneratedRegex(
        @"^arn:(aws|aws-cn|aws-us-gov|aws-eusc):"
        + @"(secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]{1,512}-[A-Za-z0-9]{6}"
        + @"|ssm:[a-z0-9-]+:[0-9]{12}:parameter/[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+){0,14})\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex ArnForm();
}
