using System.Collections.Concurrent;
using System.Text;
using TalksBot.Core.Commands;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Calendars;

/// <summary>Where a calendar comes from that somebody wants taken in: their own words, or a file that the program was handed. No path that is typed in chat is ever opened.</summary>
internal sealed class CalendarSources
{
    private const string Begin = "BEGIN:VCALENDAR";

    private readonly ConcurrentDictionary<string, byte[]> _handed = new(StringComparer.Ordinal);

    /// <summary>Whoever started the program hands it a file.</summary>
    /// <param name="name">How commands name it.</param>
    /// <param name="bytes">What it holds.</param>
    public void Hand(string name, byte[] bytes) => _handed[name] = bytes;

    /// <summary>The calendar that a command names.</summary>
    public Task<Found<CalendarFile>> FindAsync(string typed, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        Found<CalendarFile> found = _handed.TryGetValue(typed, out var bytes) ? new CalendarFile(bytes)
            : typed.TrimStart().StartsWith(Begin, StringComparison.OrdinalIgnoreCase) ? new CalendarFile(Encoding.UTF8.GetBytes(typed))
            : Reply.Refuse($"That is no calendar: paste its text, which begins with {Begin}; whoever runs TalksBot takes in a file with import FILE.ics TALKS.");
        return Task.FromResult(found);
    }
}

/// <summary>A calendar as it came.</summary>
/// <param name="Bytes">The file.</param>
internal sealed record CalendarFile(byte[] Bytes);
