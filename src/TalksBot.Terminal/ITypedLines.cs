namespace TalksBot.Terminal;

/// <summary>Where typed lines come from.</summary>
internal interface ITypedLines
{
    /// <summary>The next line; null when there will be no more.</summary>
    Task<string?> NextAsync(CancellationToken token);
}

/// <summary>Lines as they come, from a program, a file or a terminal that understands nothing else.</summary>
internal sealed class PlainLines(TextReader reader) : ITypedLines
{
    /// <summary>A read of the console cannot be cancelled, so it waits on a thread that the process may leave behind.</summary>
    public async Task<string?> NextAsync(CancellationToken token) =>
        await Task.Factory
            .StartNew(ReadLineAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            .Unwrap()
            .WaitAsync(token);

    private async Task<string?> ReadLineAsync()
    {
        try
        {
            return await reader.ReadLineAsync(CancellationToken.None);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            return null;
        }
    }
}
