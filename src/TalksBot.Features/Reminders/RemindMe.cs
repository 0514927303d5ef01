using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Reminders;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Features.Commands;
using TalksBot.Features.Talks;

namespace TalksBot.Features.Reminders;

/// <summary>Somebody is told of a deadline or session alone, on their own clock; or sees what they are told of, or wants it no more.</summary>
internal sealed class RemindMe(RecordLookup find, ReminderBook book, DirectMessages direct, TalksHere here, IClock clock) : IDeclaredCommand
{
    private const string List = "list";
    private const string Off = "off";

    private static readonly string[] Usual = ["15m", "1h", "2h", "24h"];

    private static readonly ParameterSpec About = new("about", ParameterKind.Subject, "the deadline or session, such as D1 or S4; or list, or off for all your reminders");

    private static readonly ParameterSpec Before = new("before", ParameterKind.Span, "how long before it, such as 2h; or off");

    private static readonly ParameterSpec Zone = new("zone", ParameterKind.Zone, "your own clock; the one you had last when left out, else the channel's") { NamedOnly = true, Reads = TalksInput.IsZone };

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "remind", "have a deadline or session told to you alone, by direct message", Role.Reader, [Parameters.TalksOrHere, About, Before, Zone, ListPage.Parameter])
    {
        Example = "/talks remind us-japan-autos D1 2h zone:Tokyo",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var about = call.Find(About.Name);
        var alone = about ?? call.Find(Parameters.TalksOrHere.Name);
        if (about is null && alone is null || Is(alone, List))
        {
            return await ListAsync(call, token);
        }

        if (Is(alone, Off))
        {
            return Ended(await book.EndAsync(call.Caller.Person, talks: null, subject: null, token), "");
        }

        if (!(await find.TalksOrHereAsync(call, token)).Is(out var talks, out var refusal) || !Subject(call, talks).Is(out var subject, out refusal))
        {
            return refusal;
        }

        return Is(call.Find(Before.Name), Off)
            ? Ended(await book.EndAsync(call.Caller.Person, talks.Id, subject.Name, token), $" of {subject.Name} · {talks.Title}")
            : await SetAsync(call, talks, subject.Name, token);
    }

    private async Task<Reply> SetAsync(CommandCall call, Negotiation talks, string subject, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!Span(call, subject).Is(out var before, out var refusal)
            || !TalksInput.Zone(call, await ClockAsync(call, token)).Is(out var own, out refusal))
        {
            return refusal;
        }

        var wish = new ReminderWish(subject, before.Length, own);
        if (ReminderPlan.Falls(talks, subject) is not { } at || at <= now)
        {
            return Reply.Refuse($"{subject} is not to come any more, so there is nothing to be reminded of.");
        }

        if (at - before.Length <= now)
        {
            return Reply.Refuse($"{subject} falls {TimeWording.Relative(at, now)}, so {ReminderWording.Ahead(before.Length)} is over; choose less.", Shorter(call, at - now));
        }

        if (await book.HasAsync(call.Caller.Person, talks.Id, wish, token))
        {
            return Reply.Refuse($"You are reminded of {subject} {ReminderWording.Ahead(before.Length)} already; /talks remind list shows all.");
        }

        if ((await book.OfAsync(call.Caller.Person, token)).Count >= ReminderBook.Most)
        {
            return Reply.Refuse($"You have {ReminderBook.Most} reminders, and more cannot be kept; end some with /talks remind D1 off.");
        }

        return !(await direct.BeginAsync(call.Caller, talks, wish, token)).Is(out var channel, out refusal)
            ? refusal
            : await book.AddAsync(call.Caller, channel, talks.Id, wish, token) is { } added
                ? Reply.Answer(ReminderWording.Set(added.Talks, added.Reminder, now) with { Buttons = [new PostButton("Off", CommandCall.Written("remind", ("talks", talks.Slug), (About.Name, subject), (Before.Name, Off)))] })
                : Reply.Refuse($"{subject} was settled just now, so there is nothing to be reminded of.");
    }

    private async Task<Reply> ListAsync(CommandCall call, CancellationToken token)
    {
        if (!ListPage.Read(call).Is(out var page, out var refusal))
        {
            return refusal;
        }

        var shown = page.Of(await book.OfAsync(call.Caller.Person, token));
        return page.Show(call, shown, ReminderWording.List(shown, clock.GetCurrentInstant()) with
        {
            Buttons = shown.Total == 0 ? [] : [new PostButton("All off", CommandCall.Written("remind", (About.Name, Off)))],
        });
    }

    private static Reply Ended(int count, string of) => count == 0
        ? Reply.Refuse($"You have no reminders{of}; /talks remind list shows those you have.")
        : Reply.Answer($"{Typography.Capital(Typography.Count(count, "reminder"))}{of} ended");

    /// <summary>The person's own clock as far as anybody knows it.</summary>
    private async Task<WallClock> ClockAsync(CommandCall call, CancellationToken token) =>
        await book.ClockAsync(call.Caller.Person, token)
        ?? (call.Caller.Zone is { } zone ? new WallClock("", zone) : await here.ClockAsync(call.Caller.Channel, token));

    private static Found<Named> Subject(CommandCall call, Negotiation talks)
    {
        if (call.Find(About.Name) is not { } typed)
        {
            return Reply.Refuse("Say which deadline or session, such as D1 or S4.", [.. Known(talks).Take(5).Select(name => new PostButton(name, call.Retyped(About.Name, name)))]);
        }

        return Known(talks).FirstOrDefault(name => name.Equals(typed, StringComparison.OrdinalIgnoreCase)) is { } known
            ? new Named(known)
            : Reply.Refuse($"“{Echo.Of(typed)}” is no deadline or session of {talks.Slug} that is to come.", [.. Known(talks).Take(5).Select(name => new PostButton(name, call.Retyped(About.Name, name)))]);
    }

    private static IEnumerable<string> Known(Negotiation talks) =>
        talks.Deadlines.Select(deadline => deadline.Name).Concat(talks.Sessions.Select(session => session.Name)).Where(name => ReminderPlan.Falls(talks, name) is not null);

    private static Found<Ahead> Span(CommandCall call, string subject) => call.Find(Before.Name) switch
    {
        null => Reply.Refuse($"Say how long before {subject}, such as 2h.", [.. Usual.Select(usual => new PostButton(usual, call.Retyped(Before.Name, usual)))]),
        var typed when DurationText.TryParse(typed, out var before) => new Ahead(before),
        var typed => Reply.Refuse($"“{Echo.Of(typed)}” is no length of time; write 2h, 90m or 1d, 0 for the moment itself, or off."),
    };

    private static List<PostButton> Shorter(CommandCall call, Duration left) =>
        [.. Usual.Where(usual => DurationText.TryParse(usual, out var span) && span < left).Select(usual => new PostButton(usual, call.Retyped(Before.Name, usual)))];

    private static bool Is(string? typed, string word) => word.Equals(typed, StringComparison.OrdinalIgnoreCase);

    private sealed record Named(string Name);

    private sealed record Ahead(Duration Length);
}
