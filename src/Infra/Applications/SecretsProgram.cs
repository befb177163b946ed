namespace Infra.Applications;

/// <summary>
/// Writes the program that fetches the secrets before each start of the application. It knows their ARNs alone. A value stands in no
/// command line and no log: the shell reads it from the AWS CLI and writes it by itself into a file in memory, which root alone can read.
/// </summary>
public static class SecretsProgram
{
    /// <summary>The text of the program.</summary>
    public static string Render(string region, IReadOnlyList<ApplicationSecret> secrets) =>
        $$"""
        #!/bin/bash
        set -Eeuo pipefail
        umask 077
        install --directory --mode 0700 {{Path.GetDirectoryName(ApplicationUnit.SecretsFile)}}
        file="$(mktemp {{ApplicationUnit.SecretsFile}}.XXXXXX)"
        trap 'rm -f "$file"' EXIT
        keep() {
          local name="$1" value
          shift
          value="$(aws --region {{region}} --output text "$@")"
          if [[ $value == None ]]; then
            echo "application secret $name holds no text" >&2
            return 1
          fi
          # As systemd reads it between double quotes.
          value="${value//\\/\\\\}"
          value="${value//\"/\\\"}"
          value="${value//\$/\\\$}"
          value="${value//\`/\\\`}"
          printf '%s="%s"\n' "$name" "$value" >> "$file"
        }
        {{string.Concat(secrets.Select(CallOf))}}mv "$file" {{ApplicationUnit.SecretsFile}}

        """;

    private static string CallOf(ApplicationSecret secret) => secret.IsOfSecretsManager
        ? $"keep {secret.Name} secretsmanager get-secret-value --secret-id '{secret.Arn}' --query SecretString\n"
        : $"keep {secret.Name} ssm get-parameter --name '{secret.Arn}' --with-decryption --query Parameter.Value\n";
}
