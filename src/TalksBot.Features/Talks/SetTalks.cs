using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Features.Commands;
using TalksBot.Storage;

namespace TalksBot.Features.Talks;

/// <summary>The talks read otherwise from now on. No instant changes: deadlines and sessions keep their own zones.</summary>
internal sealed class SetTalks(RecordLookup find, RecordParts parts, IClock clock) : IDeclaredCommand
{
    private static readonly string[] Settings = ["title", "parties", "principals", "venue", "zone", "clocks"];

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "set",
        "change what is said of the talks; no deadline moves by it",
        Role.Editor,
        [
            Parameters.Talks,
            new("title", ParameterKind.Text, "their name in print") { NamedOnly = true },
            new("parties", ParameterKind.Text, "the sides, all of them: \"US=United States; JP=Japan\", or none") { NamedOnly = true },
            new("principals", ParameterKind.Text, "who speaks for them, all of them: \"US: Mickey Kantor; JP: …\", or none") { NamedOnly = true },
            new("venue", ParameterKind.Text, "where they meet, or none") { NamedOnly = true },
            new("zone", ParameterKind.Zone, "the zone in which times are read from now on") { NamedOnly = true, Reads = TalksInput.IsZone },
            new("clocks", ParameterKind.Text, "the clocks shown on every time: \"America/New_York, Geneva=Europe/Zurich\"") { NamedOnly = true },
        ])
    {
        FormTitle = "Edit the talks",
        Changes = true,
        Example = "/talks set us-japan-autos venue:Washington zone:Washington",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !Terms(call, talks).Is(out var terms, out refusal))
        {
            return refusal;
        }

        await parts.SpeakingForAsync(talks, [.. talks.Parties.Select(party => party.Code).Except(terms.Parties.Select(party => party.Code))], token);
        return talks.Set(terms, call.Stamp(clock.GetCurrentInstant())) is { } fault
            ? Reply.Refuse(fault)
            : Reply.Answer(new Post($"Changed · {talks.Title}", Severity.Calm, [.. EditReplies.Changes(talks)]) { Buttons = [TalksReplies.Edit(talks)] });
    }

    /// <summary>How they read with what was typed.</summary>
    private static Found<TalksTerms> Terms(CommandCall call, Negotiation talks)
    {
        if (Array.TrueForAll(Settings, setting => call.Find(setting) is null))
        {
            return Reply.Refuse($"Say what changes: {string.Join(", ", Settings)}.");
        }

        return !ArgumentReader.Words(call, ("title", UserText.LineLimit)).Is(out var title, out var refusal)
            || !ArgumentReader.WordsOrNothing(call, ("venue", UserText.LineLimit), ("parties", UserText.ParagraphLimit), ("principals", UserText.ParagraphLimit)).Is(out var words, out refusal)
            || !TalksInput.Parties(words, call, talks.Parties).Is(out var parties, out refusal)
            || !TalksInput.Clocks(call, talks.Clocks).Is(out var clocks, out refusal)
            || !TalksInput.Zone(call, new WallClock("", talks.Zone)).Is(out var zone, out refusal)
            ? refusal
            : talks.Terms with { Title = title.Or("title", talks.Title), Parties = parties, Venue = words.Or("venue", talks.Venue), Zone = zone.Zone, Clocks = clocks };
    }
}
