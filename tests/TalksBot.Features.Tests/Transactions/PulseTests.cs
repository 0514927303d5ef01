using TalksBot.Core.Agenda;
using TalksBot.Core.Times;
using TalksBot.Features.Transactions;

namespace TalksBot.Features.Tests.Transactions;

public sealed class PulseTests
{
    private readonly SimulatedClock _time = new(NewsDesk.Tuesday);

    [Fact]
    public void One_that_stays_away_counts_however_lively_the_others_are()
    {
        var pulse = new Pulse(_time);
        pulse.Round(MomentKind.Countdown, isDone: true);
        pulse.Turn("discord:main", isDone: true);

        _time.AdvanceTo(NewsDesk.Tuesday + Duration.FromMinutes(1));
        pulse.Round(MomentKind.Countdown, isDone: true);

        pulse.Oldest.ShouldBe(TimeSpan.FromMinutes(1));
        (pulse.Agenda, pulse.Outbox).ShouldBe((TimeSpan.Zero, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void What_comes_by_and_cannot_work_is_alive_but_not_well()
    {
        var pulse = new Pulse(_time);
        pulse.Turn("discord:main", isDone: true);

        _time.AdvanceTo(NewsDesk.Tuesday + Duration.FromMinutes(1));
        pulse.Turn("discord:main", isDone: false);

        (pulse.Oldest, pulse.Outbox).ShouldBe((TimeSpan.Zero, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void A_worker_in_which_nothing_ever_came_by_is_not_alive()
    {
        var pulse = new Pulse(_time);

        _time.AdvanceTo(NewsDesk.Tuesday + Duration.FromMinutes(2));

        pulse.Oldest.ShouldBe(TimeSpan.FromMinutes(2));
    }
}
