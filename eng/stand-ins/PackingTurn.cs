using System;
using System.IO;
using System.Threading;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Lets one build at a time pack the stand-ins of a clone: MSBuild compiles this for <c>Feed.proj</c>.</summary>
public class PackingTurn : Task
{
    // Packing takes half a minute; whoever holds the turn longer than this hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

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

        // MSBuild closes the file at the end of a build that fails in between, and the system that of a build which is killed.
        engine.RegisterTaskObject(File, Take(), RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
        return true;
    }

    private FileStream Take()
    {
        var started = DateTime.UtcNow;
        var hasWaited = false;
        while (true)
        {
            try
            {
                return new FileStream(File, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (System.IO.File.Exists(File) && DateTime.UtcNow - started < Patience)
            {
                if (!hasWaited)
                {
                    Log.LogMessage(MessageImportance.High, "Waiting for another build of this clone, which packs the stand-ins ...");
                }

                hasWaited = true;
                Thread.Sleep(TimeSpan.FromMilliseconds(200));
            }
        }
    }
}
