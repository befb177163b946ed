namespace Pulumi;

/// <summary>An output whose value type is not known at compile time.</summary>
internal interface IOutput
{
    Task Completion { get; }

    /// <summary>Valid only once <see cref="Completion"/> has succeeded.</summary>
    OutputData<object?> Data { get; }
}
