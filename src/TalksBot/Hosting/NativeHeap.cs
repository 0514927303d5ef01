using System.Runtime.InteropServices;

namespace TalksBot.Hosting;

/// <summary>The memory that the runtime and its compiler take from the C library; only glibc needs to be told how to be thrifty with it.</summary>
internal static partial class NativeHeap
{
    /// <summary>What was freed goes back to the system (malloc_trim(3)).</summary>
    public static void Trim()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            _ = Trim(kept: 0);
        }
        catch (Exception other) when (other is EntryPointNotFoundException or DllNotFoundException)
        {
            // Another C library, such as musl, which does so by itself.
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "malloc_trim")]
    private static partial int Trim(nuint kept);
}
