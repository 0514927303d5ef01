using System.Text;
using Microsoft.Win32.SafeHandles;
using Spectre.Console;

namespace TalksBot.Terminal;

/// <summary>Lets Spectre draw into a text of a known width instead of asking the real console for its size.</summary>
internal sealed class CardOutput(TextWriter writer, int width) : IAnsiConsoleOutput
{
    public TextWriter Writer => writer;

    public bool IsTerminal => false;

    public int Width => width;

    public int Height => 1;

    public void SetEncoding(Encoding encoding)
    {
    }
}

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

/// <summary>What the screen can show.</summary>
/// <param name="Colour">It understands colours.</param>
/// <param name="Width">How many columns a card may take now.</param>
public sealed record TerminalLook(bool Colour, Func<int> Width)
{
    private const int Narrowest = 80;
    private const int Widest = 110;
    private const int Redirected = 100;

    /// <summary>The look of this process's standard output.</summary>
    public static TerminalLook Detect()
    {
        if (Console.IsOutputRedirected)
        {
            return new TerminalLook(Colour: false, () => Redirected);
        }

        // https://no-color.org: any value that is not empty.
        var plain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new TerminalLook(!plain, () => Math.Clamp(Console.WindowWidth, Narrowest, Widest));
    }
}
