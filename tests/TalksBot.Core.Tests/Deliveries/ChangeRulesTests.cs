using TalksBot.Core.Deliveries;
using TalksBot.Core.Posts;

namespace TalksBot.Core.Tests.Deliveries;

/// <summary>How pressing changes of messages are.</summary>
public sealed class ChangeRulesTests
{
    [Theory]
    [InlineData(ChangeReason.Killed, WirePriority.Flash, true, 24)]
    [InlineData(ChangeReason.Undone, WirePriority.Bulletin, true, 24)]
    [InlineData(ChangeReason.Corrected, WirePriority.Bulletin, true, 24)]
    [InlineData(ChangeReason.Restored, WirePriority.Urgent, false, 24)]
    [InlineData(ChangeReason.Answered, WirePriority.Urgent, false, 1)]
    [InlineData(ChangeReason.Status, WirePriority.Regular, false, 1)]
    [InlineData(ChangeReason.Ended, WirePriority.Regular, false, 1)]
    [InlineData(ChangeReason.Picture, WirePriority.Deferred, false, 1)]
    public void Words_that_must_not_stand_go_first_and_are_struck_at_for_a_day(ChangeReason reason, WirePriority priority, bool isStrike, int hours)
    {
        reason.Priority().ShouldBe(priority);
        reason.IsStrike().ShouldBe(isStrike);
        reason.TriedFor().ShouldBe(Duration.FromHours(hours));
    }
}
