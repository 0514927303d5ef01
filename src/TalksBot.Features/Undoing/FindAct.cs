using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Core.Undoing;
using TalksBot.Features.Desk;
using TalksBot.Storage;

namespace TalksBot.Features.Undoing;

/// <summary>Finds the command that somebody means to take back, and says whether they may.</summary>
internal sealed class FindAct(TalksDb db, CommandBook book)
{
    private const int LookedBack = 20;

    /// <summary>The command named, else the caller's last one that still holds. Taking back needs the role that giving it needs.</summary>
    public async Task<Found<Act>> MeantAsync(CommandCall call, CancellationToken token)
    {
        var key = call.Find("change")?.Trim();
        var act = key is null ? await LastAsync(call.Caller.Person, token) : await db.Acts.SingleOrDefaultAsync(known => known.Key == key, token);
        if (act is null || act.Parts.Count == 0)
        {
            return Reply.Refuse(key is null ? "You have changed nothing that could be undone." : "There is no such change; press the Undo button below the change meant.");
        }

        var least = book.Find(act.Command)?.Role ?? Role.Chief;
        return call.Caller.Role >= least
            ? act
            : Reply.Refuse($"\"{act.Command}\" needs the role {least.Word()}, and so does taking it back; ask somebody who has it.");
    }

    private async Task<Act?> LastAsync(string person, CancellationToken token)
    {
        var own = await db.Acts.Where(act => act.Person == person && act.UndoneBy == null).OrderByDescending(act => act.Id).Take(LookedBack).ToListAsync(token);
        return own.Find(act => act.Parts.Count > 0);
    }
}
