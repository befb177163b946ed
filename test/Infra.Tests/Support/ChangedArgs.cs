using Pulumi;

namespace Infra.Tests.Support;

/// <summary>Changes valid arguments, which each test has of its own.</summary>
public static class ChangedArgs
{
    public static T With<T>(this T args, Action<T> change)
        where T : ResourceArgs
    {
        change(args);
        return args;
    }
}
