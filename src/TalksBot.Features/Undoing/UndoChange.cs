using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Features.Desk;

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

        var done = act.Talks.Length == 0 ? await (UndoPeople.Concerns(act) ? people.TakeBackAsync(act, stamp, token) : roles.TakeBackAsync(act, call, stamp, token)) : await talks.TakeBackAsync(act, stamp, token);

        // Never its words: they may be under embargo.
        var what = $"{act.Command} of {Typography.And([.. act.Parts.Select(part => part.Name).Where(name => name.Length > 0).DefaultIfEmpty(act.Talks)])}{(act.Person == stamp.Person ? "" : $", by {act.By}")}";
        return done.Is(out var heard, out refusal) ? Reply.Answer($"Undone: {what}", heard) : refusal;
    }
}
