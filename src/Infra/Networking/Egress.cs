namespace Infra.Networking;

/// <summary>What the servers can reach outside their network. S3 is reachable in every case, through a gateway endpoint.</summary>
public enum Egress
{
    /// <summary>Nothing but the site's bucket and Amazon Linux's package repositories, which are both in S3.</summary>
    None,

    /// <summary>As <see cref="None"/>, and Session Manager through interface endpoints.</summary>
    Endpoints,

    /// <summary>The internet, on port 443, through one NAT gateway in the zone that the settings list first.</summary>
    Nat,

    /// <summary>As <see cref="Nat"/>, with a gateway in each zone, so that a zone's outage takes no other zone's egress along.</summary>
    NatPerZone,
}
