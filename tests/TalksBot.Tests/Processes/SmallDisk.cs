using System.Diagnostics;

namespace TalksBot.Tests.Processes;

/// <summary>How a disk is bad.</summary>
public enum DiskTrouble
{
    /// <summary>Nothing more fits on it.</summary>
    Full,

    /// <summary>It takes no change at all.</summary>
    ReadOnly,
}

/// <summary>
/// A disk of a few megabytes that one program alone sees in a folder: what stands in the folder is on it, and what is on it when the program has
/// ended is copied to <see cref="After"/>.
/// </summary>
/// <param name="folder">The folder.</param>
internal sealed class SmallDisk(string folder)
{
    private const string Mount =
        "mkdir \"$0.before\" \"$0.after\" && cp -a \"$0/.\" \"$0.before\" && mount -t tmpfs -o size=8m none \"$0\" && cp -a \"$0.before/.\" \"$0\"";

    private const string Run = "{ \"$@\"; code=$?; cp -a \"$0/.\" \"$0.after\"; exit $code; }";

    /// <summary>The program takes the place of its starter, so that it can be sent signals; nothing is copied afterwards.</summary>
    private const string Become = "exec \"$@\"";

    private const string Fill = "{ cat /dev/zero > \"$0/filler\" || true; } 2>/dev/null";
    private const string Seal = "mount -o remount,ro \"$0\"";

    /// <summary>What was on a bad one at the end.</summary>
    public string After => $"{folder}.after";

    /// <summary>The disk as a program of that number sees it now.</summary>
    public string SeenBy(int process) => $"/proc/{process.ToString(System.Globalization.CultureInfo.InvariantCulture)}/root{folder}";

    /// <summary>A starter under which the disk is there and bad in this way; without one it is good. Skips the test where nobody may mount disks.</summary>
    public async Task<Surroundings> AroundAsync(DiskTrouble? trouble)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux gives one program a disk of its own.");
        using var probe = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"unshare -m sh -c 'mount -t tmpfs none {folder}'"]) { UseShellExecute = false, RedirectStandardError = true })!;
        await probe.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(probe.ExitCode != 0, "Nobody may mount a disk here.");
        var then = trouble switch { DiskTrouble.Full => $"{Fill}; {Run}", DiskTrouble.ReadOnly => $"{Seal} && {Run}", _ => Become };
        return new() { Starter = ["unshare", "-m", "sh", "-c", $"{Mount} && {then}", folder] };
    }
}
