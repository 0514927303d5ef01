using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Talks;
using TalksBot.Core.Text;
using TalksBot.Features.Commands;
using TalksBot.Storage;

namespace TalksBot.Features.Talks;

/// <summary>Shows all talks, a line each: those that are open, or those that are closed.</summary>
internal sealed class ListTalks(TalksDb db, TalksOrder order, IClock clock) : IDeclaredCommand
{
    private const string State = "state";
    private const string Closed = "closed";

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "list",
        "show all talks, each with its next deadline",
        Role.Reader,
        [ListPage.Parameter, new(State, ParameterKind.Choice, "which talks; open ones when left out.") { NamedOnly = true, Choices = ["open", Closed] }])
    {
        Example = "/talks list",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!ListPage.Read(call).Is(out var page, out var refusal))
        {
            return refusal;
        }

        var closed = db.Negotiations.Where(talks => talks.Status == TalksStatus.Closed);
        var count = await closed.CountAsync(token);
        if (call.Find(State) == Closed)
        {
            var titles = await closed.OrderByDescending(talks => talks.Id).Select(talks => talks.Slug + " · " + talks.Title).Skip(page.Skipped).Take(ListPage.Size).ToListAsync(token);
            return page.Show(call, new Page<string>(titles, page.Skipped, count), new Post(
                $"{Typography.Capital(Typography.Count(count, "negotiation"))} closed", Severity.Calm, [.. titles.Select(title => new PostPiece.Line(title))]));
        }

        var ids = await order.SoonestAsync(page.Skipped, ListPage.Size, token);
        var open = await db.Negotiations.Where(talks => ids.Contains(talks.Id)).Include(talks => talks.Deadlines).AsSplitQuery().ToListAsync(token);
        var all = await db.Negotiations.CountAsync(talks => talks.Status != TalksStatus.Closed, token);
        var shown = new Page<Negotiation>([.. ListWording.InOrder(open)], page.Skipped, all);
        return page.Show(call, shown, ListWording.Write(shown, count, clock.GetCurrentInstant()));
    }
}
