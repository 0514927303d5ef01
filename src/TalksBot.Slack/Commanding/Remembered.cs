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
