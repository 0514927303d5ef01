using System.Collections.Concurrent;

namespace TalksBot.Web.Hosting;

/// <summary>Counts what each of many asks for within a minute.</summary>
/// <typeparam name="T">What tells them apart.</typeparam>
/// <param name="most">How much each may ask for.</param>
/// <param name="time">What minutes go by.</param>
internal sealed class RequestLimit<T>(int most, TimeProvider time)
    where T : notnull
{
    /// <summary>When so many are known, all are forgotten: memory is not a visitor's to fill.</summary>
    private const int MostKnown = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<T, Count> _counts = [];

    /// <summary>Counts a request; false when it is one too many.</summary>
    public bool Allows(T who)
    {
        var now = time.GetTimestamp();
        if (_counts.Count >= MostKnown)
        {
            _counts.Clear();
        }

        return _counts.AddOrUpdate(who, _ => new Count(now, 1), (_, known) => time.GetElapsedTime(known.Since, now) >= Window ? new Count(now, 1) : known with { Asked = known.Asked + 1 }).Asked <= most;
    }

    private sealed record Count(long Since, int Asked);
}
