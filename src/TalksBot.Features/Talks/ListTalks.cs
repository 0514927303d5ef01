using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Storage;

namespace TalksBot.Features.Talks;

/// <summary>Shows all talks, a line each; closed ones by name alone.</summary>
internal sealed class ListTalks(TalksDb db, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new("list", "show all talks, each with its next deadline", Role.Reader, [])
    {
        Example = "/talks list",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var open = await db.Negotiations
            .Where(talks => talks.Status != TalksStatus.Closed)
            .OrderBy(talks => talks.Id)
            .Include(talks => talks.Deadlines)
            .AsSplitQuery()
            .ToListAsync(token);
        var closed = await db.Negotiations
            .Where(talks => talks.Status == TalksStatus.Closed)
            .OrderBy(talks => talks.Id)
            .Select(talks => talks.Slug)
            .ToListAsync(token);
        var page = ListWording.Write(open, clock.GetCurrentInstant());
        return closed.Count == 0
            ? Reply.Answer(page)
            : Reply.Answer(page with { Pieces = [.. page.Pieces, new PostPiece.Field("Closed", string.Join(", ", closed))] });
    }
}
