using System.Security.Cryptography;

namespace TalksBot.Slack.Commanding;

/// <summary>What Slack said of somebody or something, asked once in a while; those who ask at the same time share the question.</summary>
/// <typeparam name="T">What it says.</typeparam>
internal sealed class Remembered<T>(TimeProvider time, TimeSpan life)
    where T : class
{
    private const int Most = 5_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (Task<T?> Answer, DateTimeOffset Until)> _answers = new(StringComparer.Ordinal);

    /// <summary>The latest answer; null when there was none, and then the next who ask make Slack be asked again.</summary>
    public async Task<T?> GetAsync(string key, Func<Task<T?>> ask)
    {
        Task<T?> answer;
        lock (_gate)
        {
            Forget();
            if (!_answers.TryGetValue(key, out var known))
            {
                known = (ask(), time.GetUtcNow() + life);
                _answers[key] = known;
            }

            answer = known.Answer;
        }

        try
        {
            return await answer;
        }
        finally
        {
            if (!answer.IsCompletedSuccessfully || await answer is null)
            {
                Drop(key, answer);
            }
        }
    }

    private void Drop(string key, Task<T?> answer)
    {
        lock (_gate)
        {
            if (_answers.TryGetValue(key, out var known) && known.Answer == answer)
            {
                _answers.Remove(key);
            }
        }
    }

    private void Forget()
    {
        var now = time.GetUtcNow();
        foreach (var (key, _) in _answers.Where(entry => entry.Value.Until <= now || _answers.Count >= Most).ToList())
        {
            _answers.Remove(key);
        }
    }
}

/// <summary>
/// Things kept in memory under a key of their own, because Slack carries no more than some characters back: the addresses at which whoever
/// sends a form is answered. They are secrets that Slack takes for half an hour only, and after a restart there are other ways to answer, so
/// they are written nowhere.
/// </summary>
internal sealed class KeptForAWhile<T>(TimeProvider time, TimeSpan life)
    where T : class
{
    private const int Most = 10_000;
    private const int KeyBytes = 12;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, T> _things = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, DateTimeOffset Until)> _order = [];

    /// <summary>Keeps something; gives the key that finds it again.</summary>
    public string Keep(T thing)
    {
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(KeyBytes));
        lock (_gate)
        {
            Forget();
            _things[key] = thing;
            _order.Enqueue((key, time.GetUtcNow() + life));
        }

        return key;
    }

    /// <summary>What was kept under a key; null when it has expired.</summary>
    public T? Find(string key)
    {
        lock (_gate)
        {
            Forget();
            return _things.GetValueOrDefault(key);
        }
    }

    private void Forget()
    {
        while (_order.TryPeek(out var oldest) && (oldest.Until <= time.GetUtcNow() || _order.Count >= Most))
        {
            _order.Dequeue();
            _things.Remove(oldest.Key);
        }
    }
}
