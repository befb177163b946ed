namespace Infra.Cli.Live.Aws;

/// <summary>The names of the shapes, as an attribute can have them.</summary>
internal enum ShapeName
{
    Account,

    Arn,

    Region,

    /// <summary>Of a group of servers or of targets.</summary>
    Name,

    Alarm,

    /// <summary>Of an instance, a security group, a launch template, a refresh, a target.</summary>
    Id,

    /// <summary>Of a launch template.</summary>
    Version,

    Address,

    /// <summary>Empty where there is none.</summary>
    Host,

    /// <summary>Of those that AWS chooses from: a state, a kind.</summary>
    Word,
}
