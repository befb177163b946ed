namespace Pulumi;

/// <content>Tuples of values of different types.</content>
public static partial class Output
{
    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2) =>
        Tuple(item1.ToOutput(), item2.ToOutput());

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Input<T1> item1, Input<T2> item2, Input<T3> item3) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput());

    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput());

    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2) =>
        Combine(item1, item2).Apply(v => ((T1)v[0]!, (T2)v[1]!));

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3) =>
        Combine(item1, item2, item3).Apply(v => ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!));

    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4) =>
        Combine(item1, item2, item3, item4).Apply(v => ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!, (T4)v[3]!));
}
