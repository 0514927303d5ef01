namespace TalksBot.Terminal;

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
