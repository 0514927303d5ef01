using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Core.Talks;
using TalksBot.Features.Commands;
using TalksBot.Storage;

namespace TalksBot.Features.Talks;

/// <summary>Shows what comes next, over all talks.</summary>
internal sealed class ShowNext(TalksDb db, TalksOrder order, IClock clock) : IDeclaredCommand
{
    /// <summary>Nobody turns more pages.</summary>
    private const int Most = 10_000;

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "next", "show the next deadlines and sessions of all talks, soonest first", Role.Reader, [ListPage.Parameter])
    {
        Example = "/talks next",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!ListPage.Read(call).Is(out var page, out var refusal))
        {
            return refusal;
        }

        var now = clock.GetCurrentInstant();
        var coming = await order.ComingAsync(now, Most, token);
        var ids = coming.Take(page.Skipped + ListPage.Size).ToHashSet();
        var open = await db.Negotiations
            .Where(talks => ids.Contains(talks.Id))
            .OrderBy(talks => talks.Id)
            .Include(talks => talks.Deadlines)
            .Include(talks => talks.Sessions)
            .AsSplitQuery()
            .ToListAsync(token);
        var shown = page.Of(NextWording.InOrder(open, now)) with { Total = coming.Count };
        return page.Show(call, shown, NextWording.Write(shown));
    }
}
