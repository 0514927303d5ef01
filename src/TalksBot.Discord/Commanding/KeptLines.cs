using System.Security.Cryptography;

namespace TalksBot.Discord.Commanding;

/// <summary>
/// Lines too long for a button, kept in memory for an hour. Only private replies have such buttons, and those go when
/// Discord is reloaded; so after a restart saying that a button has expired is kinder than a table of old ones.
/// </summary>
internal sealed class KeptLines(TimeProvider time)
{
    private const int Most = 10_000;
    private const int KeyBytes = 12;
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _lines = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, DateTimeOffset Until)> _order = [];

    /// <summary>The id of a button for the line, of any length.</summary>
    public ButtonId IdOf(ButtonAct act, string line) =>
        ButtonId.Of(act, line) ?? new ButtonId(act, IsKey: true, Keep(ButtonId.WithoutPrefix(line)));

    /// <summary>The line behind an id; null when it has expired.</summary>
    public string? Find(ButtonId id)
    {
        if (!id.IsKey)
        {
            return id.Text;
        }

        lock (_gate)
        {
            Forget();
            return _lines.GetValueOrDefault(id.Text);
        }
    }

    private string Keep(string line)
    {
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(KeyBytes));
        lock (_gate)
        {
            Forget();
            _lines[key] = line;
            _order.Enqueue((key, time.GetUtcNow() + Life));
        }

        return key;
    }

    private void Forget()
    {
        while (_order.TryPeek(out var oldest) && (oldest.Until <= time.GetUtcNow() || _order.Count >= Most))
        {
            _order.Dequeue();
            _lines.Remove(oldest.Key);
        }
    }
}
