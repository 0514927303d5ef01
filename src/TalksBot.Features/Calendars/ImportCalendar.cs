using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Calendars;
using TalksBot.Core.Calendars.Reading;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Features.Commands;
using TalksBot.Features.Talks;
using TalksBot.Storage;

namespace TalksBot.Features.Calendars;

/// <summary>Takes sessions and deadlines from a calendar; of a later edition it proposes what has moved and what is gone. Nothing is done unasked.</summary>
internal sealed class ImportCalendar(RecordLookup find, TalksDb db, CalendarSources sources, TakeSteps take, IClock clock) : IDeclaredCommand, IAskFirst
{
    private const string From = "from";
    private const int EditionLength = 16;

    private static readonly ParameterSpec Zone = new("zone", ParameterKind.Zone, "the zone of what says none in the calendar") { NamedOnly = true };
    private static readonly ParameterSpec Hour = new("hour", ParameterKind.Text, "the hour of what says only a day, such as 09:00") { NamedOnly = true, Reads = text => HourText.TryParse(text, out _) };
    private static readonly ParameterSpec As = new("as", ParameterKind.Choice, "what it becomes; sessions, unless the calendar calls it a deadline or a task.") { NamedOnly = true, Choices = ["sessions", "deadlines"] };
    private static readonly ParameterSpec Past = new("past", ParameterKind.Choice, "yes takes sessions that are over, too.") { NamedOnly = true, Choices = [CommandCall.Agreed] };
    private static readonly ParameterSpec Vanished = new("vanished", ParameterKind.Choice, "keep leaves what is in the calendar no more.") { NamedOnly = true, Choices = ["cancel", "keep"] };

    private static readonly ParameterSpec Seen = new("seen", ParameterKind.Text, "which edition of the calendar you looked at; a preview fills it in") { NamedOnly = true };

    private CalendarFile? _file;

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "session import",
        "take sessions and deadlines from a calendar, and what has changed in it since",
        Role.Editor,
        [
            Parameters.Talks,
            new(From, ParameterKind.Text, "the calendar: its address on the web, or its text, which begins with BEGIN:VCALENDAR") { Required = true, Lengthy = true, HasLines = true },
            Zone,
            Hour,
            As,
            Past,
            Vanished,
            Seen,
        ])
    {
        FormTitle = "Take in a calendar",
        Changes = true,
        Announces = true,
        Example = "/talks session import us-japan-autos https://example.org/summit.ics zone:Geneva",
    };

    /// <inheritdoc/>
    /// <remarks>Whoever writes meanwhile does not wait for a calendar to be fetched.</remarks>
    public async Task<Reply?> AskAsync(CommandCall call, CancellationToken token)
    {
        if (!(await sources.FindAsync(call[From], call.IsAgreed, token)).Is(out var file, out var refusal))
        {
            return refusal;
        }

        // What is agreed to is what was shown, on whatever machine that was.
        var edition = Convert.ToHexStringLower(SHA256.HashData(file.Bytes))[..EditionLength];
        if (call.Find(Seen.Name) is { } seen && seen != edition)
        {
            return Reply.Refuse("The calendar reads otherwise than it did when it was shown; look at it once more.", [new PostButton("Look again", call.Without(Seen.Name, CommandCall.Confirm))]);
        }

        call.Understand(Seen.Name, edition);
        _file = file;
        if (call.IsAgreed)
        {
            // No button repeats it any more, and the record keeps no calendar's words and no secret address.
            call.Understand(From, file.Name);
        }

        return null;
    }

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !Asking(call, talks, now).Is(out var asking, out refusal))
        {
            return refusal;
        }

        return CalendarReader.Read(_file!.Bytes, asking) switch
        {
            CalendarReading.Understood read => await TakeAsync(call, talks, read, now, token),
            CalendarReading.Refused refused => Reply.Refuse(refused.Why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Reply> TakeAsync(CommandCall call, Negotiation talks, CalendarReading.Understood read, Instant now, CancellationToken token)
    {
        var known = await TakenAsync(talks, token);
        var plan = new CalendarPlan(talks, known, now);
        plan.Make(read, new CalendarChoices(call.Find(As.Name) == "deadlines", call.Find(Past.Name) is not null, call.Find(Vanished.Name) == "keep"));
        if (plan.Steps.Count == 0)
        {
            return Nothing(call, talks, plan, read);
        }

        var (names, fault) = await take.RunAsync(talks, plan, SourceOf(plan, known), call.Stamp(now), token);
        return fault is not null ? Reply.Refuse(fault) : Reply.Answer(
            $"{ImportWording.Counts(plan)} · {talks.Title}",
            [.. ImportWording.Steps(talks, plan, names, now), .. ImportWording.Left(plan, read), .. ImportWording.Questions(read)]) with
        { AsksFirst = true };
    }

    private static Found<CalendarAsking> Asking(CommandCall call, Negotiation talks, Instant now)
    {
        DateTimeZone? zone = null;
        if (call.Find(Zone.Name) is not null)
        {
            if (!TalksInput.Zone(call, new WallClock("", talks.Zone)).Is(out var named, out var refusal))
            {
                return refusal;
            }

            zone = named.Zone;
        }

        return call.Find(Hour.Name) switch
        {
            null => new CalendarAsking(talks.Zone, now) { Zone = zone },
            var typed when HourText.TryParse(typed, out var hour) => new CalendarAsking(talks.Zone, now) { Zone = zone, Hour = hour },
            var typed => Reply.Refuse($"“{Echo.Of(typed)}” is no hour; write it as 09:00."),
        };
    }

    private static Reply Nothing(CommandCall call, Negotiation talks, CalendarPlan plan, CalendarReading.Understood read) => new(Refused: true, new Post(
        read.Questions.Count == 0 ? "Nothing in that calendar is new here." : "Nothing was taken: what is in that calendar has to be asked about.",
        Severity.Trouble,
        [.. ImportWording.Left(plan, read), .. ImportWording.Questions(read)])
    {
        Buttons = read.Questions.Any(question => question.Doubt is CalendarDoubt.NoZone or CalendarDoubt.UnknownZone) && call.Find(Zone.Name) is null
            ? [.. talks.ClocksFrom(talks.Zone).Take(3).Select(clock => new PostButton($"Read on {clock.NameAt(talks.OpenedAt)}'s clock", call.Retyped(Zone.Name, clock.Zone.Id)))]
            : [],
    });

    /// <summary>What was taken before, as far as nobody has taken it back.</summary>
    private async Task<IReadOnlyDictionary<string, TakenEvent>> TakenAsync(Negotiation talks, CancellationToken token)
    {
        var changes = await db.Changes.AsNoTracking()
            .Where(change => change.NegotiationId == talks.Id && (change.Verb == ChangeVerb.Added || change.Verb == ChangeVerb.Moved || change.Undoes != "" || (change.Verb == ChangeVerb.Set && change.Subject != "")))
            .OrderBy(change => change.Id).ToListAsync(token);
        var undone = changes.Select(change => change.Undoes).Where(act => act.Length > 0).ToHashSet(StringComparer.Ordinal);
        return TakenEvent.Of(changes.Where(change => !undone.Contains(change.Act)));
    }

    /// <summary>A later edition of a calendar is of the same source; else what is new begins one.</summary>
    private static string SourceOf(CalendarPlan plan, IReadOnlyDictionary<string, TakenEvent> known)
    {
        var keys = plan.Unchanged.Concat(plan.Steps.OfType<CalendarStep.Change>().Select(step => step.Item)).Select(item => item.Key);
        return keys.Select(key => known[key].Origin.Source).FirstOrDefault() ?? plan.Steps.OfType<CalendarStep.Add>().Select(step => step.Item.Series).FirstOrDefault("");
    }
}
