namespace Pulumi;

/// <summary>An output whose value type is not known at compile time.</summary>
internal interface IOutput
{
    Task Completion { get; }

    /// <summary>Valid only once <see cref="Completion"/> has succeeded.</summary>
    OutputData<object?> Data { get; }
}

/// <summary>An input whose value type is not known at compile time.</summary>
internal interface IInput
{
    IOutput AsUntypedOutput();
}

/// <summary>A union whose types are not known at compile time.</summary>
internal interface IUnion
{
    object Value { get; }
}
