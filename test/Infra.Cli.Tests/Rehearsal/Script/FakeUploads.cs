using Infra.Cli.Live.Load;
using Infra.Cli.Rehearsal.Content;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Tests.Rehearsal.Script;

/// <summary>A bucket, and servers that take what is in it at once.</summary>
internal sealed class FakeUploads(IRunningStack stack) : IContentUploads
{
    private int _version;
    private DateTimeOffset? _brokenAt;

    public bool Takes { get; set; } = true;

    /// <summary>When servers say that they refuse a broken one; none if never.</summary>
    public TimeSpan? RefusesAfter { get; set; } = TimeSpan.Zero;

    public bool KeepsFormer { get; set; } = true;

    /// <summary>How many requests fail meanwhile.</summary>
    public int Failed { get; set; }

    public string Served { get; private set; } = "first";

    public List<string> Calls { get; } = [];

    private string Version => $"v{_version}";

    public void Upload() => Calls.Add("site");

    public SiteMark UploadMarked()
    {
        Calls.Add("marked");
        var mark = new SiteMark($"mark-{++_version}");
        if (Takes)
            Served = mark.Text;
        return mark;
    }

    public string UploadBroken()
    {
        Calls.Add("broken");
        _version++;
        _brokenAt = stack.View.Time;
        if (!KeepsFormer)
            Served = "half";
        Look();
        return Version;
    }

    /// <summary>The requests so far. Each look at them is a moment at which servers may find a broken one.</summary>
    public LoadCounts Look()
    {
        if (_brokenAt + RefusesAfter <= stack.View.Time)
        {
            _brokenAt = null;
            foreach (var server in stack.View.Servers)
                stack.Note($"{server.Id}: site {Version} is refused, one stays: its archive is broken");
        }

        return Calls.Count == 0 ? default : new(Sent: 100, Failed: Failed, Slow: 0);
    }
}
