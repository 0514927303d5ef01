using System.Threading.Channels;

namespace TalksBot.Terminal;

/// <summary>The keys that a person presses.</summary>
internal interface IKeys
{
    /// <summary>True while more keys wait, as in what is pasted.</summary>
    bool HasMore { get; }

    /// <summary>The next key; null when there will be no more.</summary>
    Task<ConsoleKeyInfo?> NextAsync(CancellationToken token);
}

/// <summary>The keys of the console, read ahead from the first time that one is asked for.</summary>
/// <param name="read">Waits for a key; it cannot be cancelled.</param>
internal sealed class ConsoleKeys(Func<ConsoleKeyInfo> read) : IKeys
{
    // A console that is gone answers with empty keys at once, for ever.
    private const int MostEmpty = 16;

    private readonly Channel<ConsoleKeyInfo> _pressed = Channel.CreateUnbounded<ConsoleKeyInfo>();
    private Task? _reading;

    /// <inheritdoc/>
    public bool HasMore => _pressed.Reader.TryPeek(out _);

    /// <inheritdoc/>
    public async Task<ConsoleKeyInfo?> NextAsync(CancellationToken token)
    {
        // On a thread that the process may leave behind.
        _reading ??= Task.Factory.StartNew(ReadOn, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return await _pressed.Reader.WaitToReadAsync(token) && _pressed.Reader.TryRead(out var key) ? key : null;
    }

    private void ReadOn()
    {
        try
        {
            for (var empty = 0; empty < MostEmpty;)
            {
                var key = read();
                empty = key is { Key: default(ConsoleKey), KeyChar: '\0' } ? empty + 1 : 0;
                _pressed.Writer.TryWrite(key);
            }
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException)
        {
            // The same as no more keys.
        }

        _pressed.Writer.Complete();
    }
}
