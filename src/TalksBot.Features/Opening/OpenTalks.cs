using Microsoft.Extensions.Options;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Features.Commands;
using TalksBot.Features.Follows;
using TalksBot.Features.Settings;
using TalksBot.Features.Talks;
using TalksBot.Storage;

namespace TalksBot.Features.Opening;

/// <summary>The desk begins to follow talks, and so does the channel they are opened in; perhaps with their first deadline.</summary>
internal sealed class OpenTalks(TalksDb db, FirstFollows first, IClock clock, IOptions<DeskOptions> desk) : IDeclaredCommand, IAskFirst
{
    private const string At = "deadline";
    private const string Label = "label";

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "open",
        "begin to follow talks, in this channel too",
        Role.Editor,
        [
            new("slug", ParameterKind.Text, "their name in commands: lower-case letters, digits, hyphens; made of the title when left out") { Leads = true, Reads = Slug.IsValid },
            new("title", ParameterKind.Text, "their name in print") { Required = true },
            new(At, ParameterKind.Time, "when the first deadline falls: \"28 Jun 1995 23:59 EDT\"") { NamedOnly = true },
            new(Label, ParameterKind.Text, "what the first deadline is about") { NamedOnly = true },
            new("parties", ParameterKind.Text, "the sides: \"US=United States; JP=Japan\"") { NamedOnly = true },
            new("principals", ParameterKind.Text, "who speaks for them: \"US: Mickey Kantor, US Trade Representative; JP: …\"") { NamedOnly = true },
            new("venue", ParameterKind.Text, "where they meet") { NamedOnly = true },
            new("zone", ParameterKind.Zone, "the zone in which times are read; the desk's own when left out") { NamedOnly = true, Reads = TalksInput.IsZone },
            new("clocks", ParameterKind.Text, "the clocks shown on every time: \"America/New_York, Geneva=Europe/Zurich\"") { NamedOnly = true },
            FirstFollows.Follow,
            PlanFollows.Like,
        ])
    {
        Job = "Set a first deadline",
        FormTitle = "Open talks",
        Changes = true,
        Announces = true,
        Example = "/talks open \"US–Japan autos\" zone:Geneva deadline:\"28 Jun 1995 23:59 EDT\" label:\"US tariffs on cars\"",
    };

    /// <inheritdoc/>
    public Task<Reply?> AskAsync(CommandCall call, CancellationToken token) => first.RefuseAsync(call, token);

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!Read(call).Is(out var terms, out var refusal)
            || !(await SlugInput.ReadAsync(db, call, terms.Title, token)).Is(out var slug, out refusal)
            || !(await first.OfAsync(call, token)).Is(out var follows, out refusal))
        {
            return refusal;
        }

        var talks = new Negotiation(terms with { Slug = slug }, call.Stamp(now));
        if (!SetDeadline(call, talks, now).Is(out var deadline, out refusal))
        {
            return refusal;
        }

        foreach (var (channel, settings) in follows)
        {
            talks.AddFollow(channel, settings, call.Stamp(now));
        }

        db.AllNegotiations.Add(talks);
        return OpeningReplies.Opened(talks, deadline, call.Caller.Channel, now);
    }

    private Found<TalksTerms> Read(CommandCall call) =>
        !ArgumentReader.Words(call, ("title", UserText.LineLimit), ("venue", UserText.LineLimit), ("parties", UserText.ParagraphLimit), ("principals", UserText.ParagraphLimit))
            .Is(out var words, out var refusal)
            || !TalksInput.Parties(words).Is(out var parties, out refusal)
            || !TalksInput.Clocks(call, desk.Value.WallClocks).Is(out var clocks, out refusal)
            || !TalksInput.Zone(call, desk.Value.HomeClock).Is(out var zone, out refusal)
            ? refusal
            : new TalksTerms("", words["title"], parties, words["venue"], zone.Zone, clocks);

    /// <summary>The first deadline, where one is given: its time and what it is about belong together.</summary>
    private static Found<FirstDeadline> SetDeadline(CommandCall call, Negotiation talks, Instant now)
    {
        switch (call.Find(At), call.Find(Label))
        {
            case (null, null):
                return new FirstDeadline(Deadline: null, Note: null);
            case (null, _):
                return Reply.Refuse($"Say when that falls too, as in {At}:\"28 Jun 23:59 EDT\", or leave {Label} out.");
            case (_, null):
                return Reply.Refuse($"Say what falls then, as in {Label}:\"tariffs on luxury cars\", or leave {At} out.");
        }

        if (!TypedTime.Read(call, At, talks.Times(now, TimeTense.Future)).Is(out var at, out var refusal)
            || !ArgumentReader.Words(call, (Label, UserText.LineLimit)).Is(out var words, out refusal))
        {
            return refusal;
        }

        var (deadline, fault) = talks.AddDeadline(new DeadlineTerms(words[Label], at.Time, "", "", ""), call.Stamp(now));
        return deadline is null ? Reply.Refuse(fault!) : new FirstDeadline(deadline, at.Note);
    }
}

/// <summary>The deadline with which talks are opened.</summary>
/// <param name="Deadline">The deadline; null where none is given.</param>
/// <param name="Note">What was inferred of its time and must be said; null when nothing was.</param>
internal sealed record FirstDeadline(Deadline? Deadline, string? Note);
