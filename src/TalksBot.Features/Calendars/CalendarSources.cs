using System.Collections.Concurrent;
using System.Text;
using TalksBot.Core.Calendars.Reading;
using TalksBot.Core.Commands;
using TalksBot.Features.Commands;
using TalksBot.Features.Fetching;

namespace TalksBot.Features.Calendars;

/// <summary>
/// Where a calendar comes from that somebody wants taken in: their own words, an address on the web, or a file that the program was handed. No path that is
/// typed in chat is ever opened.
/// </summary>
internal sealed class CalendarSources(WebReader web, IClock clock)
{
    private const string Begin = "BEGIN:VCALENDAR";
    private const string Subscription = "webcal";

    /// <summary>So many that were shown wait to be agreed to.</summary>
    private const int MostShown = 8;

    /// <summary>As long as the button below a preview works.</summary>
    private static readonly Duration Waits = Duration.FromHours(1);

    private readonly ConcurrentDictionary<string, byte[]> _handed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (byte[] Bytes, Instant Until)> _shown = new(StringComparer.Ordinal);

    /// <summary>Whoever started the program hands it a file.</summary>
    /// <param name="name">How commands name it.</param>
    /// <param name="bytes">What it holds.</param>
    public void Hand(string name, byte[] bytes) => _handed[name] = bytes;

    /// <summary>The calendar that a command names. What is agreed to is what was shown, whatever stands at its address by then.</summary>
    /// <param name="typed">Its words, its address, or the name of a file that was handed in.</param>
    /// <param name="isAgreed">True where it was shown before.</param>
    public async Task<Found<CalendarFile>> FindAsync(string typed, bool isAgreed, CancellationToken token)
    {
        if (_handed.TryGetValue(typed, out var handed))
        {
            return new CalendarFile(handed, typed);
        }

        if (typed.TrimStart().StartsWith(Begin, StringComparison.OrdinalIgnoreCase))
        {
            return new CalendarFile(Encoding.UTF8.GetBytes(typed), $"{Begin} …");
        }

        return Address(typed) is { } address
            ? await FetchAsync(typed, address, isAgreed, token)
            : Reply.Refuse($"That is no calendar: give its address on the web, or paste its text, which begins with {Begin}. Whoever runs TalksBot takes in a file with import FILE.ics TALKS.");
    }

    /// <summary>An address to subscribe to is one to read from.</summary>
    private static Uri? Address(string typed) => !Uri.TryCreate(typed.Trim(), UriKind.Absolute, out var address) || address.IsFile ? null
        : address.Scheme == Subscription ? new UriBuilder(address) { Scheme = Uri.UriSchemeHttps, Port = address.IsDefaultPort ? -1 : address.Port }.Uri
        : address.Scheme is "http" or "https" ? address : null;

    private async Task<Found<CalendarFile>> FetchAsync(string typed, Uri address, bool isAgreed, CancellationToken token)
    {
        // What leads to a calendar often opens it, and is kept in no record.
        var name = $"{address.Scheme}://{address.IdnHost}/…";
        var now = clock.GetCurrentInstant();
        if (isAgreed && _shown.TryRemove(typed, out var shown) && shown.Until > now)
        {
            return new CalendarFile(shown.Bytes, name);
        }

        switch (await web.ReadAsync(new WebAsk(address) { Accept = "text/calendar, */*;q=0.5", MostBytes = CalendarReader.MostBytes }, token))
        {
            case WebReading.Answer { Status: 200 } answer:
                Keep(typed, answer.Body, now);
                return new CalendarFile(answer.Body, name);
            case WebReading.Answer answer:
                return Reply.Refuse(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{address.IdnHost} answers {answer.Status} and no calendar; check the address, and whether it can be read without logging in."));
            case WebReading.Refusal refusal:
                return Reply.Refuse(refusal.Sentence);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void Keep(string typed, byte[] bytes, Instant now)
    {
        if (_shown.Count >= MostShown)
        {
            _shown.Clear();
        }

        _shown[typed] = (bytes, now + Waits);
    }
}

/// <summary>A calendar as it came.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Name">Where it came from, as it may be kept and shown.</param>
internal sealed record CalendarFile(byte[] Bytes, string Name);
