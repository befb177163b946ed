using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi.Serialization;

/// <summary>Creates converters for outputs and for every kind of input.</summary>
internal sealed class NestedOutputConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsAssignableTo(typeof(IOutput)) || typeToConvert.IsAssignableTo(typeof(IInput));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var wrapper = typeToConvert;

        while (!IsWrapper(wrapper))
        {
            wrapper = wrapper.BaseType!;
        }

        return (JsonConverter)Activator.CreateInstance(
            typeof(NestedOutputConverter<,>).MakeGenericType(typeToConvert, wrapper.GenericTypeArguments[0]))!;
    }

    private static bool IsWrapper(Type type) => type.IsGenericType
        && type.GetGenericTypeDefinition() is var definition
        && (definition == typeof(Output<>) || definition == typeof(Input<>));
}

/// <summary>Writes the value inside an output, and wraps a value that is read.</summary>
internal sealed class NestedOutputConverter<TWrapper, TValue> : JsonConverter<TWrapper>
{
    public override TWrapper Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var output = Output.Create(JsonSerializer.Deserialize<TValue>(ref reader, options)!);

        return output is TWrapper same
            ? same
            : (TWrapper)typeof(TWrapper).GetMethod("op_Implicit", [typeof(Output<TValue>)])!.Invoke(null, [output])!;
    }

    public override void Write(Utf8JsonWriter writer, TWrapper value, JsonSerializerOptions options)
    {
        var output = value as IOutput ?? ((IInput)value!).AsUntypedOutput();
        var nested = NestedOutputs.Current;

        if (nested is not null && !output.Completion.IsCompleted)
        {
            nested.Pending.Add(output.Completion);
            writer.WriteNullValue();
            return;
        }

        output.Completion.GetAwaiter().GetResult();
        var data = output.Data;
        nested?.Data.Add(data);

        if (data.IsKnown)
        {
            JsonSerializer.Serialize(writer, (TValue)data.Value!, options);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
