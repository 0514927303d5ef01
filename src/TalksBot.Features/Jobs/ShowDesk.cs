using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Talks;
using TalksBot.Features.Alerts;
using TalksBot.Features.Commands;
using TalksBot.Features.Deadlines;
using TalksBot.Features.Talks;
using TalksBot.Features.Upkeep;

namespace TalksBot.Features.Jobs;

/// <summary>Shows what stands, with a form or an answer for each of the five jobs: the door that needs no syntax.</summary>
internal sealed class ShowDesk(ComingUp coming, AskingPosts asking, TalksHere here, DeskHealth health, IClock clock) : IDeclaredCommand
{
    private static readonly PostButton Front = new("What stands", $"/talks {JobButtons.Desk}");

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        JobButtons.Desk,
        "show what stands, with a form for each of the five jobs",
        Role.Reader,
        [
            new(JobButtons.Job, ParameterKind.Choice, "move lists the deadlines to move or edit, seen what waits to be acknowledged.") { NamedOnly = true, Choices = [JobButtons.ToMove, JobButtons.ToSee] },
            ListPage.Parameter,
        ])
    {
        Example = "/talks desk",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!ListPage.Read(call).Is(out var page, out var refusal))
        {
            return refusal;
        }

        var now = clock.GetCurrentInstant();
        return call.Find(JobButtons.Job) switch
        {
            JobButtons.ToMove => await ToMoveAsync(call, page, now, token),
            JobButtons.ToSee => await ToSeeAsync(call, page, now, token),
            _ => await StandsAsync(call, page, now, token),
        };
    }

    private async Task<Reply> StandsAsync(CommandCall call, ListPage page, Instant now, CancellationToken token)
    {
        var role = call.Caller.Role;
        var shown = await coming.PageAsync(page, now, token);
        var line = role >= ShowHealth.Spec.Role ? HealthWording.Line(await health.ReadAsync(now, token)) : null;
        return page.Show(call, shown, DeskWording.Stands(shown, line, role) with { Buttons = [.. await JobsAsync(call, now, token)] });
    }

    /// <summary>The jobs that the caller may do, each about the only thing that it can be about, where there is but one.</summary>
    private async Task<IEnumerable<PostButton>> JobsAsync(CommandCall call, Instant now, CancellationToken token)
    {
        var about = await here.OnlyAsync(call.Caller.Channel, token);
        var deadlines = await coming.DeadlinesAsync(new ListPage(1), token);
        var waiting = await WaitingAsync(call, now, token);
        return new[]
        {
            (Opening.OpenTalks.Spec, [JobButtons.Open]),
            (AddDeadline.Spec, about is null ? [] : [JobButtons.Set(about)]),
            (Updates.AddUpdate.Spec, [JobButtons.Report(about)]),
            (MoveDeadline.Spec, deadlines.Total switch { 0 => [], 1 => Changing(deadlines.Items[0], isOnly: true), _ => [JobButtons.Move] }),
            (AcknowledgeAlert.Spec, waiting is [var only] ? [Seen(call, only, isOnly: true)] : [JobButtons.See]),
            (Reading.TellSince.Spec, new[] { JobButtons.CatchUp }),
        }.Where(job => job.Item1.Role <= call.Caller.Role).SelectMany(job => job.Item2);
    }

    private async Task<Reply> ToMoveAsync(CommandCall call, ListPage page, Instant now, CancellationToken token)
    {
        var shown = await coming.DeadlinesAsync(page, token);
        var may = call.Caller.Role >= MoveDeadline.Spec.Role;
        return page.Show(call, shown, DeskWording.ToMove(shown, now) with { Buttons = [.. may ? shown.Items.SelectMany(item => Changing(item, isOnly: false)) : [], Front] });
    }

    private async Task<Reply> ToSeeAsync(CommandCall call, ListPage page, Instant now, CancellationToken token)
    {
        var shown = page.Of(await WaitingAsync(call, now, token));
        return page.Show(call, shown, DeskWording.ToSee(shown, await here.ClockAsync(call.Caller.Channel, token), now) with
        {
            Buttons = [.. shown.Items.Select(alert => Seen(call, alert, isOnly: false)), Front],
        });
    }

    /// <summary>What the caller can say was seen: in their channel, and where nobody else reads along in every channel that they may speak for.</summary>
    private Task<IReadOnlyList<WaitingAlert>> WaitingAsync(CommandCall call, Instant now, CancellationToken token) => asking.WaitingAsync(
        call.Caller.IsDirect && call.Caller.Role >= AcknowledgeAlert.ForOthers ? null : call.Caller.Channel, now, token);

    private static PostButton[] Changing((Negotiation Talks, Deadline Deadline) item, bool isOnly)
    {
        var (move, edit) = (DeadlineReplies.Move(item.Talks, item.Deadline), DeadlineReplies.Edit(item.Talks, item.Deadline));
        var which = isOnly ? item.Deadline.Name : $"{item.Deadline.Name} · {item.Talks.Slug}";
        return [move with { Label = $"Move {which}…" }, edit with { Label = $"Edit {which}…" }];
    }

    private static PostButton Seen(CommandCall call, WaitingAlert alert, bool isOnly) => new(
        isOnly ? $"Acknowledge {alert.Subject}" : $"Acknowledge {alert.Subject} · {alert.Talks}",
        CommandCall.Written("acknowledge", [("talks", alert.Talks), ("subject", alert.Subject), .. alert.Channel == call.Caller.Channel ? [] : new[] { ("channel", $"{alert.Channel}") }]));
}
