namespace Contract.Tests.Support;

internal sealed class ProbeArgs : ResourceArgs
{
    [Input("list")] private InputList<string>? _list;
    [Input("map")] private InputMap<string>? _map;

    [Input("text")] public Input<string>? Text { get; set; }
    [Input("any")] public Input<object>? Any { get; set; }
    [Input("nested")] public Input<ProbeNestedArgs>? Nested { get; set; }
    [Input("choice")] public InputUnion<string, ProbeColor>? Choice { get; set; }
    [Input("encoded", json: true)] public Input<object>? Encoded { get; set; }
    [Input("id")] public Input<string>? Id { get; set; }

    public InputList<string> List { get => _list ??= new InputList<string>(); set => _list = value; }

    public InputMap<string> Map { get => _map ??= new InputMap<string>(); set => _map = value; }
}

internal sealed class ProbeNestedArgs : ResourceArgs
{
    [Input("port", required: true)] public Input<int> Port { get; set; } = null!;
    [Input("note")] public Input<string>? Note { get; set; }
}
