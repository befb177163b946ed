namespace Pulumi;

/// <summary>A resource argument: a plain value or an output.</summary>
public class Input<T> : IInput
{
    private readonly Output<T>? _output;

    internal Input(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = output;
    }

    /// <summary>For collections, which build their output from their elements.</summary>
    private protected Input()
    {
    }

    public static implicit operator Input<T>(T value) => new(Output.Create(value));
    public static implicit operator Input<T>(Output<T> value) => new(value);

    public static implicit operator Output<T>(Input<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.AsOutput();
    }

    IOutput IInput.AsUntypedOutput() => AsOutput();

    internal virtual Output<T> AsOutput() => _output!;
}
