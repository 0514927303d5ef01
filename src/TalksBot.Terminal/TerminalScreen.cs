namespace TalksBot.Terminal;

/// <summary>The one way to the screen: whole pieces, one after the other, never mixed.</summary>
public sealed class TerminalScreen(TextWriter writer) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Shows a piece; null when it reached the screen, else why it did not.</summary>
    /// <param name="text">The piece, with its line break.</param>
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
            await writer.WriteAsync(text);
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
