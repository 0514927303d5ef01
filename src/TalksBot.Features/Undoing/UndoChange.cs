using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Text;
using TalksBot.Features.Commands;
using TalksBot.Storage;

namespace TalksBot.Features.Undoing;

/// <summary>Takes a command back: the record reads as before, and so do the channels that were told.</summary>
internal sealed class UndoChange(FindAct find, UndoTalks talks, UndoRole roles, UndoPeople people, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "undo",
        "take back a change of the last 5 minutes, and every post it made",
        Role.Reader,
        [new("change", ParameterKind.Text, "the change, as its Undo button names it; your last one when left out")])
    {
        Changes = true,
        IsFinal = true,
        Example = "/talks undo",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await find.MeantAsync(call, token)).Is(out var act, out var refusal))
        {
            return refusal;
        }

        var stamp = call.Stamp(clock.GetCurrentInstant());
        if (act.Undo(stamp, mayUndoOthers: call.Caller.Role >= Role.Editor) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        var done = act.Talks.Length == 0 ? await (UndoPeople.Concerns(act) ? people.TakeBackAsync(act, call, stamp, token) : roles.TakeBackAsync(act, call, stamp, token)) : await talks.TakeBackAsync(act, stamp, token);

        // Never its words: they may be under embargo.
        var of = act.Talks.Length == 0 ? "" : $" of {Typography.And([.. act.Parts.Select(part => part.Name).Where(name => name.Length > 0).DefaultIfEmpty(act.Talks)])}";
        var what = $"{act.Command}{of}{(act.Person == stamp.Person ? "" : $", by {act.By}")}";
        return done.Is(out var heard, out refusal) ? Reply.Answer($"Undone: {what}", heard) : refusal;
    }
}

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
