using System.Runtime.CompilerServices;

namespace Infra.Tests.Support;

/// <summary>
/// Compares a text with the file <c>&lt;name&gt;.verified.txt</c> beside the test. <c>UPDATE_GOLDEN=1 dotnet test</c> accepts what
/// the code writes now; the difference is then for the reviewer to read.
/// </summary>
public static class Golden
{
    public static void Verify(string name, string actual, [CallerFilePath] string testFile = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(testFile)!, $"{name}.verified.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(file, actual);

        Assert.That(File.Exists(file), Is.True, $"{file} is missing; UPDATE_GOLDEN=1 writes it");
        Assert.That(actual, Is.EqualTo(File.ReadAllText(file)), $"differs from {Path.GetFileName(file)}; UPDATE_GOLDEN=1 accepts it");
    }
}
