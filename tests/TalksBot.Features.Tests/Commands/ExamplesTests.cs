using TalksBot.Core.Commands;
using TalksBot.Features.Deadlines;
using TalksBot.Features.Opening;
using TalksBot.Features.Sessions;
using TalksBot.Features.Talks;

namespace TalksBot.Features.Tests.Commands;

public sealed class ExamplesTests
{
    /// <summary>In an order in which each is possible after the ones before it.</summary>
    private static readonly IReadOnlyList<CommandSpec> Specs =
    [
        OpenTalks.Spec, AddDeadline.Spec, MoveDeadline.Spec, ListDeadlines.Spec, ShowDeadlineHistory.Spec, WithdrawDeadline.Spec,
        AddSession.Spec, ListSessions.Spec, ListTalks.Spec, ShowStatus.Spec, ShowNext.Spec,
        SuspendTalks.Spec, ResumeTalks.Spec, ConcludeTalks.Spec, CloseTalks.Spec,
    ];

    [Fact]
    public async Task Every_example_can_be_typed_as_it_stands()
    {
        await using var desk = await TestDesk.OpenAsync();

        foreach (var spec in Specs)
        {
            await desk.DoneAsync(spec.Example);
        }
    }
}
