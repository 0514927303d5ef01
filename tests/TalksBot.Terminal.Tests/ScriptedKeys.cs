using System.Threading.Channels;

namespace TalksBot.Terminal.Tests;

/// <summary>Keys as a test presses them; each waits until the one before has been taken in.</summary>
internal sealed class ScriptedKeys : IKeys
{
    private readonly Channel<ConsoleKeyInfo> _keys = Channel.CreateUnbounded<ConsoleKeyInfo>();
    private readonly Channel<bool> _asked = Channel.CreateUnbounded<bool>();

    public bool HasMore => _keys.Reader.TryPeek(out _);

    public async Task<ConsoleKeyInfo?> NextAsync(CancellationToken token)
    {
        if (!HasMore)
        {
            _asked.Writer.TryWrite(true);
        }

        return await _keys.Reader.WaitToReadAsync(token) && _keys.Reader.TryRead(out var key) ? key : null;
    }

    /// <summary>Waits until the next key is asked for, so that all before it is done and drawn.</summary>
    public async Task IdleAsync() => await _asked.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Presses keys at once, as pasting does, and waits until they are taken in.</summary>
    public async Task PressAsync(params ConsoleKeyInfo[] keys)
    {
        foreach (var key in keys)
        {
            _keys.Writer.TryWrite(key);
        }

        await IdleAsync();
    }

    /// <summary>Presses keys without waiting.</summary>
    public void Press(params ConsoleKeyInfo[] keys)
    {
        foreach (var key in keys)
        {
            _keys.Writer.TryWrite(key);
        }
    }

    /// <summary>The console is gone.</summary>
    public void End() => _keys.Writer.Complete();

    public static ConsoleKeyInfo[] Typed(string text) => [.. text.Select(letter => new ConsoleKeyInfo(letter, ConsoleKey.None, false, false, false))];

    public static ConsoleKeyInfo Key(ConsoleKey key, char letter = '\0') => new(letter, key, false, false, false);

    public static ConsoleKeyInfo Control(ConsoleKey key) => new((char)(key - ConsoleKey.A + 1), key, false, false, control: true);
}
