using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Talks;
using TalksBot.Core.Text;
using TalksBot.Features.Commands;
using TalksBot.Storage;

namespace TalksBot.Features.Talks;

/// <summary>Shows where talks stand, on one page; where several are meant, each in a line.</summary>
internal sealed class ShowStatus(TalksDb db, RecordLookup find, RecordParts parts, TalksHere here, IClock clock) : IDeclaredCommand
{
    private const int MostButtons = 5;

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "status",
        "show where talks stand: deadlines, sessions, latest updates, sticking points",
        Role.Reader,
        [Parameters.TalksOrHere with { Summary = "the talks, by slug, title or code; all that this channel follows when left out" }, ListPage.Parameter])
    {
        Example = "/talks status us-japan-autos",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (call.Find(Parameters.TalksOrHere.Name) is null && await SeveralAsync(call, token) is { Count: > 1 } several)
        {
            return ListPage.Read(call).Is(out var page, out var unread) ? Overview(call, page, several) : unread;
        }

        if (!(await find.TalksOrHereAsync(call, token)).Is(out var talks, out var refusal))
        {
            return refusal;
        }

        await parts.DifferingAsync(talks, token);
        await parts.LatestAsync(talks, skipped: 0, StatusWording.UpdatesRead, token);
        var status = StatusWording.Write(talks, clock.GetCurrentInstant());
        return Reply.Answer(call.Caller.Role >= SetTalks.Spec.Role && talks.Status is not TalksStatus.Closed ? status with { Buttons = [.. status.Buttons, TalksReplies.Edit(talks)] } : status);
    }

    private Reply Overview(CommandCall call, ListPage page, IReadOnlyList<Negotiation> several)
    {
        var shown = page.Of(ListWording.InOrder(several));
        return page.Show(call, shown, ListWording.Write(shown, closed: 0, clock.GetCurrentInstant()) with
        {
            Heading = $"{Typography.Capital(Typography.Count(shown.Total, "negotiation"))} open",
            Buttons = [.. shown.Items.Take(MostButtons).Select(talks => new PostButton(talks.Slug, $"/talks status {talks.Slug}"))],
        });
    }

    /// <summary>The open talks that the channel follows, else all that are open.</summary>
    private async Task<IReadOnlyList<Negotiation>> SeveralAsync(CommandCall call, CancellationToken token)
    {
        var open = db.Negotiations.Where(talks => talks.Status != TalksStatus.Closed);
        var followed = await here.FollowedIn(call.Caller.Channel).Where(talks => talks.Status != TalksStatus.Closed).Include(talks => talks.Deadlines).AsSplitQuery().ToListAsync(token);
        return followed.Count > 0 ? followed : await open.Include(talks => talks.Deadlines).AsSplitQuery().ToListAsync(token);
    }
}
