using System.Text;

namespace TalksBot.Terminal;

/// <summary>A terminal at which a person sits: both ends are the console's, and it understands more than plain lines.</summary>
public static class PersonsTerminal
{
    /// <summary>Whether this process has one. Where it has none, or was told to be plain, lines are read and written as they come.</summary>
    /// <param name="look">What its screen can show.</param>
    public static bool IsHere(TerminalLook look) =>
        look.Colour && !Console.IsInputRedirected && !Console.IsOutputRedirected && !OperatingSystem.IsWindows();

    /// <summary>From now on what is written to standard error goes above the prompt too, where it is the same screen.</summary>
    public static void TakeErrors(TerminalScreen screen)
    {
        if (!Console.IsErrorRedirected)
        {
            Console.SetError(new ErrorLines(screen));
        }
    }

    /// <summary>The console's columns and rows.</summary>
    internal static (int Columns, int Rows) Size() => (Console.WindowWidth, Console.WindowHeight);

    /// <summary>Whole lines for the screen; part of a line waits for its end.</summary>
    private sealed class ErrorLines(TerminalScreen screen) : TextWriter
    {
        private readonly StringBuilder _line = new();

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Write($"{value}");

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(string? value)
        {
            _line.Append(value);
            var text = _line.ToString();
            var end = text.LastIndexOf('\n') + 1;
            if (end > 0)
            {
                _line.Remove(0, end);
                Show(text[..end]);
            }
        }

        // Whoever writes to standard error waits until it stands there, as at any console.
#pragma warning disable MA0045 // A writer's interface, which cannot be asynchronous.
        private void Show(string lines) => screen.ShowAsync(lines, CancellationToken.None).GetAwaiter().GetResult();
#pragma warning restore MA0045
    }
}
