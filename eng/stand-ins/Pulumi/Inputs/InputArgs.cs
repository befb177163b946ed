using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Base of every class of arguments whose members carry <see cref="InputAttribute"/>.</summary>
public abstract class InputArgs
{
    /// <summary>The members under their wire names; throws when a required one has no value.</summary>
    internal IEnumerable<KeyValuePair<string, object?>> ReadMembers() =>
        InputMember.Of(GetType()).Select(member => KeyValuePair.Create(member.WireName, member.Read(this)));
}

/// <summary>Base of the arguments of resources and of their nested objects.</summary>
public abstract class ResourceArgs : InputArgs
{
    public static readonly ResourceArgs Empty = new EmptyResourceArgs();

    private sealed class EmptyResourceArgs : ResourceArgs;
}

/// <summary>Base of the arguments of provider functions.</summary>
public abstract class InvokeArgs : InputArgs
{
    public static readonly InvokeArgs Empty = new EmptyInvokeArgs();

    private sealed class EmptyInvokeArgs : InvokeArgs;
}
