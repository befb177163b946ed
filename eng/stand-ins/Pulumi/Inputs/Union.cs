namespace Pulumi;

/// <summary>A value of one of two types; the default is an empty first case.</summary>
public readonly record struct Union<T0, T1> : IUnion
{
    private readonly T0 _value0;
    private readonly T1 _value1;

    private Union(T0 value0, T1 value1, bool isT1) => (_value0, _value1, IsT1) = (value0, value1, isT1);

    public bool IsT0 => !IsT1;
    public bool IsT1 { get; }
    public T0 AsT0 => IsT0 ? _value0 : throw new InvalidOperationException("The union holds its second type.");
    public T1 AsT1 => IsT1 ? _value1 : throw new InvalidOperationException("The union holds its first type.");
    public object Value => IsT1 ? _value1! : _value0!;
    public static implicit operator Union<T0, T1>(T0 t) => FromT0(t);
    public static implicit operator Union<T0, T1>(T1 t) => FromT1(t);
    public static Union<T0, T1> FromT0(T0 input) => new(input, default!, isT1: false);
    public static Union<T0, T1> FromT1(T1 input) => new(default!, input, isT1: true);
    public TResult Match<TResult>(Func<T0, TResult> f0, Func<T1, TResult> f1) => IsT1 ? f1(_value1) : f0(_value0);
    public override string ToString() => Value?.ToString() ?? "";
}
