using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Updates;
using TalksBot.Features.Commands;
using TalksBot.Storage;

namespace TalksBot.Features.Updates;

/// <summary>Shows what was said about talks.</summary>
internal sealed class ListUpdates(RecordLookup find, RecordParts parts, IClock clock) : IDeclaredCommand
{
    private const string One = "update";

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "update list",
        "show what was said, newest first, each with its source",
        Role.Reader,
        [Parameters.TalksOrHere, ListPage.Parameter, new(One, ParameterKind.Update, "one update whole, such as #3") { NamedOnly = true }])
    {
        Example = "/talks update list us-japan-autos page:2",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await find.TalksOrHereAsync(call, token)).Is(out var talks, out var refusal)
            || !ListPage.Read(call).Is(out var page, out refusal))
        {
            return refusal;
        }

        var now = clock.GetCurrentInstant();
        if (call.Find(One) is not { } number)
        {
            var read = await parts.LatestAsync(talks, page.Skipped, ListPage.Size, token);
            await parts.ChangesOfAsync(talks, [.. read.Select(update => update.Name)], token);
            var shown = new Page<Update>([.. UpdateListWording.InOrder(read)], page.Skipped, talks.PublishedCount);
            return page.Show(call, shown, UpdateListWording.Write(talks, shown, now));
        }

        await parts.ChangesOfAsync(talks, [number], token);
        return RecordLookup.Update(number, talks).Is(out var update, out refusal)
            ? update.IsPublic
                ? Reply.Answer(UpdateListWording.Whole(talks, update, now))
                : Reply.Refuse($"{update.Name} is not shown: it was killed, or nobody may see it yet.")
            : refusal;
    }
}
