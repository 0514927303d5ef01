using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Audits;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Reading;

/// <summary>Shows who changed what. Nothing is ever taken out of it; what is under embargo shows its words when it is not any more.</summary>
internal sealed class ShowAudit(AuditTrail trail, RecordLookup find, TalksHere here, IClock clock) : IDeclaredCommand
{
    private const string One = "change";

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "audit",
        "show who changed what, where and when, newest first",
        Role.Editor,
        [new("talks", ParameterKind.Talks, "only these talks"), ListPage.Parameter, new(One, ParameterKind.Text, "one change whole, by its number") { NamedOnly = true }])
    {
        IsRare = true,
        Example = "/talks audit us-japan-autos page:2",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (call.Find(One) is { } number)
        {
            return await WholeAsync(call, number, token);
        }

        int? negotiation = null;
        if (call.Find("talks") is not null)
        {
            if (!(await find.TalksAsync(call, token)).Is(out var talks, out var unknown))
            {
                return unknown;
            }

            negotiation = talks.Id;
        }

        var asked = trail.Of(negotiation);
        if (!ListPage.Read(call).Is(out var page, out var refusal))
        {
            return refusal;
        }

        var count = await asked.CountAsync(token);
        var entries = await trail.ReadAsync(asked, page, clock.GetCurrentInstant(), token);
        var own = await here.ClockAsync(call.Caller.Channel, token);
        return page.Show(
            call,
            new Page<AuditEntry>(entries, page.Skipped, count),
            new Post($"Audit: {Typography.Count(count, "change")}", Severity.Calm, [.. entries.Select(entry => AuditWording.Of(entry, own))]));
    }

    private async Task<Reply> WholeAsync(CommandCall call, string typed, CancellationToken token)
    {
        var asked = long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? trail.Of(negotiation: null).Where(change => change.Id == id) : null;
        if (asked is null || !await asked.AnyAsync(token))
        {
            return Reply.Refuse($"There is no change {Echo.Of(typed)}; /talks audit names the numbers of those it cuts.");
        }

        var entries = await trail.ReadAsync(asked, new ListPage(1), clock.GetCurrentInstant(), token);
        var own = await here.ClockAsync(call.Caller.Channel, token);
        return Reply.Answer(new Post($"Audit: change {typed}", Severity.Calm, [.. AuditWording.Whole(entries[0], own)])
        {
            Buttons = entries[0].CanBeUndone ? [new PostButton("Undo", $"/talks undo {entries[0].Change.Act}") { Meaning = ButtonMeaning.Back }] : [],
        });
    }
}
