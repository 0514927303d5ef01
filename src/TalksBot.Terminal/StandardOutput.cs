using System.Text;
using Microsoft.Win32.SafeHandles;

namespace TalksBot.Terminal;

/// <summary>Standard output as a writer that fails when nobody reads it any more.</summary>
public static class StandardOutput
{
    private const int Descriptor = 1;

    /// <summary>UTF-8, no byte order mark, flushed only when told.</summary>
    public static TextWriter Open() => new StreamWriter(OpenStream(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    /// <summary>
    /// .NET's console stream swallows a broken pipe, and a post written into one would count as seen. A plain file keeps
    /// the console stream, because only that one shares its position with other writers, such as standard error.
    /// </summary>
    private static Stream OpenStream()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        var handle = new SafeFileHandle(Descriptor, ownsHandle: false);
        var stream = new FileStream(handle, FileAccess.Write, bufferSize: 0);
        return stream.CanSeek ? Console.OpenStandardOutput() : stream;
    }
}
