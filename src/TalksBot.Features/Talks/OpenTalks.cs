using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Features.Commands;
using TalksBot.Features.Settings;
using TalksBot.Storage;

namespace TalksBot.Features.Talks;

/// <summary>The desk begins to follow talks.</summary>
internal sealed class OpenTalks(TalksDb db, CommandJournal acts, IClock clock, IOptions<DeskOptions> desk) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "open",
        "begin to follow talks",
        Role.Editor,
        [
            new("slug", ParameterKind.Text, "their name in commands: lower-case letters, digits, hyphens") { Required = true },
            new("title", ParameterKind.Text, "their name in print") { Required = true },
            new("parties", ParameterKind.Text, "the sides: \"US=United States; JP=Japan\"") { NamedOnly = true },
            new("principals", ParameterKind.Text, "who speaks for them: \"US: Mickey Kantor, US Trade Representative; JP: …\"") { NamedOnly = true },
            new("venue", ParameterKind.Text, "where they meet") { NamedOnly = true },
            new("zone", ParameterKind.Zone, "the zone in which times are read; the desk's own when left out") { NamedOnly = true, Reads = TalksInput.IsZone },
            new("clocks", ParameterKind.Text, "the clocks shown on every time: \"America/New_York, Geneva=Europe/Zurich\"") { NamedOnly = true },
        ])
    {
        Job = "Follow new talks",
        Changes = true,
        Example = "/talks open us-japan-autos \"US–Japan automotive talks\" parties:\"US=United States; JP=Japan\" venue:Geneva zone:Geneva",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!ArgumentReader.Words(call, ("title", UserText.LineLimit), ("venue", UserText.LineLimit), ("parties", UserText.ParagraphLimit), ("principals", UserText.ParagraphLimit))
            .Is(out var words, out var refusal)
            || !TalksInput.Parties(words).Is(out var parties, out refusal)
            || !TalksInput.Clocks(call, desk.Value.WallClocks).Is(out var clocks, out refusal)
            || !TalksInput.Zone(call, desk.Value.HomeClock).Is(out var zone, out refusal))
        {
            return refusal;
        }

        var slug = call["slug"];
        if (!Slug.IsValid(slug))
        {
            return Reply.Refuse("A slug has 2 to 60 lower-case letters, digits and hyphens, such as us-japan-autos; choose one like that.");
        }

        if (await db.AllNegotiations.AnyAsync(known => known.Slug == slug, token))
        {
            return Reply.Refuse($"Talks named {slug} exist already; choose another slug, or see them with /talks status {slug}.");
        }

        var terms = new TalksTerms(slug, words["title"], parties, words["venue"], zone.Zone, clocks);
        var talks = new Negotiation(terms, call.Stamp(clock.GetCurrentInstant()));
        db.AllNegotiations.Add(talks);
        acts.Opened(talks);
        return Reply.Answer(
            $"Opened {slug}: {talks.Title}",
            new PostPiece.Field("Times are read in", zone.NameAt(talks.OpenedAt)),
            new PostPiece.Field("Clocks", string.Join(", ", talks.Clocks.Select(known => known.NameAt(talks.OpenedAt)))),
            new PostPiece.Line($"Next: /talks follow add {slug}, then /talks deadline add {slug} …"));
    }
}
