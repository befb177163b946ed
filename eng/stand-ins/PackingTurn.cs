using System;
using System.IO;
using System.Threading;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Lets one build at a time pack the stand-ins of a clone: MSBuild compiles this for <c>Feed.proj</c>.</summary>
public class PackingTurn : Task, ICancelableTask
{
    // Packing takes half a minute; whoever holds the turn longer than this hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly ManualResetEventSlim _cancelled = new ManualResetEventSlim();

    /// <summary>The file whose holder has the turn; it is made where there is none, and stays.</summary>
    [Required]
    public string File { get; set; }

    /// <summary>Whether this build passes the turn on; otherwise it waits for it.</summary>
    public bool Pass { get; set; }

    public override bool Execute()
    {
        var engine = (IBuildEngine4)BuildEngine;
        if (Pass)
        {
            (engine.UnregisterTaskObject(File, RegisteredTaskObjectLifetime.Build) as IDisposable)?.Dispose();
            return true;
        }

        var turn = Take();
        if (turn != null)
        {
            // MSBuild closes the file at the end of a build that fails in between, and the system that of a build which is killed.
            engine.RegisterTaskObject(File, turn, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
        }

        return turn != null;
    }

    public void Cancel() => _cancelled.Set();

    private FileStream Take()
    {
        var started = DateTime.UtcNow;
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileStream(File, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (System.IO.File.Exists(File) && DateTime.UtcNow - started < Patience)
            {
                if (tries == 0)
                    Log.LogMessage(MessageImportance.High, "Waiting for another build of this clone, which packs the stand-ins ...");

                if (_cancelled.Wait(TimeSpan.FromMilliseconds(200)))
                    return null;
            }
            catch (Exception e) when (e is IOException || e is UnauthorizedAccessException)
            {
                Log.LogError(null, "FEED005", null, File, 0, 0, 0, 0,
                    "the file must be free for a build to pack the stand-ins, but {0}; end the build that has it, or remove it",
                    e.Message.TrimEnd('.'));
                return null;
            }
        }
    }
}
