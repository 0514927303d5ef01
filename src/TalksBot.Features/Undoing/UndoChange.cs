using System.Globalization;
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
        "take back a change and every post it made; after 5 minutes editors only, with a preview",
        Role.Reader,
        [new(FindAct.Change, ParameterKind.Text, "the change, as its Undo button or the audit names it; your last one when left out"), Parameters.Post])
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

        call.Understand(FindAct.Change, act.Key);
        var stamp = call.Stamp(clock.GetCurrentInstant());
        if (act.Undo(stamp, mayUndoOthers: call.Caller.Role >= Role.Editor) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        var done = act.Talks.Length == 0 ? await (UndoPeople.Concerns(act) ? people.TakeBackAsync(act, call, stamp, token) : roles.TakeBackAsync(act, call, stamp, token)) : await talks.TakeBackAsync(act, stamp, token);

        // Never its words: they may be under embargo.
        var of = act.Talks.Length == 0 ? "" : $" of {Typography.And([.. act.Parts.Select(part => TalksParts.Title(part.Name)).Where(name => name.Length > 0).DefaultIfEmpty(act.Talks)])}";
        var what = $"{act.Command}{of}{(act.Person == stamp.Person ? "" : $", by {act.By}")}";
        return done.Is(out var heard, out refusal) ? Reply.Answer($"Undone: {what}", heard) with { AsksFirst = act.IsOld(stamp.At) } : refusal;
    }
}

/// <summary>Finds the command that somebody means to take back, and says whether they may.</summary>
internal sealed class FindAct(TalksDb db, CommandBook book)
{
    /// <summary>The parameter that names the command.</summary>
    public const string Change = "change";

    private const int LookedBack = 20;

    /// <summary>The command named, else the caller's last one that still holds. Taking back needs the role that giving it needs.</summary>
    public async Task<Found<Act>> MeantAsync(CommandCall call, CancellationToken token)
    {
        var key = call.Find(Change)?.Trim();
        var act = key is null ? await LastAsync(call.Caller.Person, token) : await NamedAsync(key, token);
        if (act is null || act.Parts.Count == 0)
        {
            return Reply.Refuse(key is null ? "You have changed nothing that could be undone." : "There is no such change; press the Undo button below the change meant, or name it by its number in /talks audit.");
        }

        var least = book.Find(act.Command)?.Role ?? Role.Chief;
        return call.Caller.Role >= least
            ? act
            : Reply.Refuse($"\"{act.Command}\" needs the role {least.Word()}, and so does taking it back; ask somebody who has it.");
    }

    /// <summary>By its key, else by the number of one of its changes in the audit.</summary>
    private async Task<Act?> NamedAsync(string name, CancellationToken token)
    {
        if (await db.Acts.SingleOrDefaultAsync(known => known.Key == name, token) is { } act)
        {
            return act;
        }

        return long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await db.Changes.Where(change => change.Id == number && change.Act != "").Select(change => change.Act).FirstOrDefaultAsync(token) is { } key
                ? await db.Acts.SingleOrDefaultAsync(known => known.Key == key, token)
                : null;
    }

    private async Task<Act?> LastAsync(string person, CancellationToken token)
    {
        var own = await db.Acts.Where(act => act.Person == person && act.UndoneBy == null).OrderByDescending(act => act.Id).Take(LookedBack).ToListAsync(token);
        return own.Find(act => act.Parts.Count > 0);
    }
}
