namespace TalksBot.Terminal;

/// <summary>The one way to the screen: whole pieces, one after the other, never mixed, and never inside a line that somebody types.</summary>
public sealed class TerminalScreen(TextWriter writer) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The line that stands below all that is shown; null where nobody types on this screen.</summary>
    public IStandingLine? Standing { get; set; }

    /// <summary>Shows a piece; null when it reached the screen, else why it did not.</summary>
    /// <param name="text">The piece, with its line break; empty to draw only the standing line anew.</param>
    /// <param name="token">Gives up waiting for a screen that takes nothing; the piece may then still appear.</param>
    public async Task<string?> ShowAsync(string text, CancellationToken token)
    {
        await _turn.WaitAsync(token);
        return await WriteAsync(text).WaitAsync(token);
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<string?> WriteAsync(string text)
    {
        try
        {
            await writer.WriteAsync(Standing?.Around(text) ?? text);
            await writer.FlushAsync(CancellationToken.None);
            return null;
        }
        catch (Exception broken) when (broken is IOException or ObjectDisposedException or UnauthorizedAccessException)
        {
            return $"The terminal takes no output: {broken.Message}";
        }
        finally
        {
            _turn.Release();
        }
    }
}

/// <summary>A line that stands below all that is shown.</summary>
public interface IStandingLine
{
    /// <summary>The piece as it is to be written: the line taken away before it, and drawn again behind it.</summary>
    string Around(string piece);
}
