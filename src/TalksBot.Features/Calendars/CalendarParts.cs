using System.Collections.Concurrent;
using TalksBot.Core.Calendars;

namespace TalksBot.Features.Calendars;

/// <summary>
/// What of each of the talks stands in calendars, as long as their record reads as it did: a calendar of a thousand events is asked for after a change
/// of one of them.
/// </summary>
internal sealed class CalendarParts
{
    /// <summary>When so many bytes are kept all of them go: memory is not a visitor's to fill.</summary>
    private const long Most = 4 * 1024 * 1024;

    private readonly ConcurrentDictionary<int, (int Revision, IReadOnlyList<CalendarBlock> Blocks)> _kept = [];
    private long _bytes;

    /// <summary>What stands of the talks; null where it is not kept, or reads otherwise by now.</summary>
    /// <param name="talks">The row of the talks.</param>
    /// <param name="revision">How often they have changed.</param>
    public IReadOnlyList<CalendarBlock>? Find(int talks, int revision) => _kept.TryGetValue(talks, out var kept) && kept.Revision == revision ? kept.Blocks : null;

    /// <summary>Keeps it.</summary>
    public void Keep(int talks, int revision, IReadOnlyList<CalendarBlock> blocks)
    {
        var bytes = blocks.Sum(block => (long)block.Text.Length);
        if (Interlocked.Add(ref _bytes, bytes) > Most)
        {
            _kept.Clear();
            Interlocked.Exchange(ref _bytes, bytes);
        }

        _kept[talks] = (revision, blocks);
    }
}
