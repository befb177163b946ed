using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Base of every class of arguments whose members carry <see cref="InputAttribute"/>.</summary>
public abstract class InputArgs
{
    private protected InputArgs()
    {
    }

    /// <summary>The members under their wire names; throws when a required one has no value.</summary>
    internal virtual IEnumerable<KeyValuePair<string, object?>> ReadMembers()
    {
        foreach (var member in InputMember.Of(GetType()))
        {
            yield return KeyValuePair.Create(member.WireName, member.Read(this));
        }
    }
}
