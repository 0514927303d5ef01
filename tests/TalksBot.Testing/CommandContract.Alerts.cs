using Shouldly;
using Xunit;

namespace TalksBot.Testing;

/// <content>The half-hour alert of D1 stands in the channel wire and asks whether anybody has seen it.</content>
public abstract partial class CommandContract
{
    private const string Escalated = "Nobody has acknowledged";

    [Fact]
    public async Task Two_who_acknowledge_at_once_do_it_once_and_the_second_is_told_who_did()
    {
        await AlertAsync();

        var answers = await PressTogetherAsync(Wire[0], "Acknowledge", Ben, Cleo);

        answers.ShouldContain(text => text.Contains("D1: Acknowledged by ", StringComparison.Ordinal), 1);
        answers.ShouldContain(text => text.Contains("acknowledged D1 here already", StringComparison.Ordinal), 1);
        Wire[0].Text.ShouldContain("Acknowledged by ");
        Wire[0].Buttons.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_acknowledges_keeps_anybody_from_being_called_also_when_the_bot_was_restarted_before(bool restarts)
    {
        await AlertAsync();
        if (restarts)
        {
            await RestartAsync();
        }

        await Cleo.PressAsync(Wire[0], "Acknowledge");
        await PassAsync(Duration.FromMinutes(20));

        Wire.ShouldNotContain(message => message.Text.Contains(Escalated, StringComparison.Ordinal));
        Wire[^1].Text.ShouldContain("Acknowledged by cleo");
    }

    [Fact]
    public async Task An_alert_that_nobody_acknowledges_calls_somebody()
    {
        await AlertAsync();

        await PassAsync(Duration.FromMinutes(12));

        Wire[^1].Text.ShouldContain(Escalated);
        Wire[^1].Pings.ShouldHaveSingleItem().ShouldContain(AdaId);
    }

    [Fact]
    public async Task What_one_channel_acknowledges_another_has_still_to()
    {
        await DoAsync(Ada, $"follow add {Slug} channel:{OperationsAddress} digest:none ladder:\"30m, 0\"");
        await AlertAsync();

        await PressTogetherAsync(Wire[0], "Acknowledge", Cleo);
        var elsewhere = Operations[0].Text;
        var answers = await PressTogetherAsync(Operations[0], "Acknowledge", Ben);

        Wire[0].Text.ShouldContain("Acknowledged by cleo");
        elsewhere.ShouldNotContain("Acknowledged by");
        answers.ShouldHaveSingleItem().ShouldContain("D1: Acknowledged by ben");
    }

    private async Task AlertAsync()
    {
        await DoAsync(Ben, $"deadline add {Slug} \"in 2h\" \"100% tariffs\"");
        await PassAsync(Duration.FromMinutes(91));
    }
}
