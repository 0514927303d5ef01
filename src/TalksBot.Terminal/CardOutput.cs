using System.Text;
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
