using Shouldly;
using TalksBot.Core.Negotiations;
using Xunit;

namespace TalksBot.Testing;

/// <content>The buttons below alerts in the channel wire: what became of a session or a deadline is said where it is asked.</content>
public abstract partial class CommandContract
{
    [Fact]
    public async Task A_session_that_is_started_from_its_alert_is_told_by_that_alert()
    {
        var alert = await SessionAlertAsync(Duration.FromMinutes(121));
        var before = Wire.Count;

        await PressTogetherAsync(alert, "Started", Ben);

        Wire.Count.ShouldBe(before);
        Wire[^1].Text.ShouldContain("Under way since ");
        Wire[^1].Text.ShouldNotContain("Due to start now");
    }

    [Fact]
    public async Task A_session_that_starts_early_is_told_by_the_alert_that_it_nears()
    {
        var alert = await SessionAlertAsync(Duration.FromMinutes(91));

        await PressTogetherAsync(alert, "Started", Ben);

        Wire.ShouldHaveSingleItem().Text.ShouldContain("Under way since ");
        Wire[0].Text.ShouldNotContain("Starts in");
        Wire[0].Buttons.ShouldNotContain("Started");
    }

    [Fact]
    public async Task A_session_is_over_by_a_press_on_the_alert_that_says_it_is_under_way()
    {
        await PressTogetherAsync(await SessionAlertAsync(Duration.FromMinutes(121)), "Started", Ben);
        await PassAsync(Duration.FromMinutes(45));

        await PressTogetherAsync(Wire[^1], "Over", Ben);

        Wire[^1].Text.ShouldContain("Over · US–Japan automotive talks: Kantor and Hashimoto, Geneva");
        Wire.ShouldNotContain(message => message.Text.Contains("Under way since", StringComparison.Ordinal));
        Wire.Count(message => message.Text.Contains("Over", StringComparison.Ordinal)).ShouldBe(1);
        Wire.ShouldContain(message => message.Text.Contains("Began ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_is_moved_from_the_alert_that_it_nears()
    {
        var alert = await SessionAlertAsync(Duration.FromMinutes(91));

        await Ben.FillAsync(alert, "Moved…", ("at", "+2h"));
        await SettleAsync();

        Wire[^1].Text.ShouldContain("Moved 2 h later");
        Wire.ShouldNotContain(message => message.Text.Contains("Starts in 30 min", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_is_cancelled_from_the_alert_that_it_nears_and_a_reader_may_not()
    {
        var alert = await SessionAlertAsync(Duration.FromMinutes(91));

        var refused = await PressTogetherAsync(alert, "Cancelled", Cleo);
        await PressTogetherAsync(alert, "Cancelled", Ben);

        refused.ShouldHaveSingleItem().ShouldContain("needs the role reporter");
        Wire[^1].Text.ShouldContain("Session cancelled");
    }

    [Theory]
    [InlineData("Met", DeadlineState.Met)]
    [InlineData("Withdrawn", DeadlineState.Withdrawn)]
    [InlineData("Lapsed", DeadlineState.Lapsed)]
    public async Task What_became_of_a_deadline_is_said_where_it_is_asked(string button, DeadlineState state)
    {
        var passed = await PassedAsync();

        await PressTogetherAsync(passed, button, Ben);

        (await TalksAsync()).Deadlines.ShouldHaveSingleItem().State.ShouldBe(state);
        Wire.ShouldNotContain(message => message.Text.Contains("outcome not known", StringComparison.Ordinal) || message.Buttons.Contains(button));
    }

    /// <summary>The alert of a session in two hours that stands after some time.</summary>
    private async Task<ChatMessage> SessionAlertAsync(Duration after)
    {
        await DoAsync(Ben, $"session add {Slug} \"in 2h\" who:\"Kantor and Hashimoto\" place:Geneva");
        await PassAsync(after);
        return Wire[^1];
    }
}
