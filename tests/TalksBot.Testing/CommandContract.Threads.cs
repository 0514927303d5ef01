using Shouldly;
using Xunit;

namespace TalksBot.Testing;

/// <content>The channel wire wants one thread for the talks.</content>
public abstract partial class CommandContract
{
    private ChatMessage Root => Wire.Last(message => message.Text.Contains("Thread ·", StringComparison.Ordinal));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Posts_go_to_one_thread_of_the_channel_also_when_the_bot_was_restarted_in_between(bool restarts)
    {
        await DoAsync(Ada, $"follow set {Slug} channel:{WireAddress} thread:yes");
        if (restarts)
        {
            await RestartAsync();
        }

        await DoAsync(Ben, $"update add {Slug} \"They meet again.\" \"a senior US official\" tier:official");
        await DoAsync(Ben, $"update correct {Slug} #1 \"They do not meet.\"");

        Wire.ShouldHaveSingleItem();
        InThread(Root).Count.ShouldBe(2);
        InThread(Root)[0].Text.ShouldContain("They meet again.");
        InThread(Root)[1].Text.ShouldContain("They do not meet.");
    }

    [Fact]
    public async Task An_alert_in_the_thread_is_acknowledged_there()
    {
        await DoAsync(Ada, $"follow set {Slug} channel:{WireAddress} thread:yes");
        await AlertAsync();

        await Cleo.PressAsync(InThread(Root)[0], "Acknowledge");
        await PassAsync(Duration.FromMinutes(20));

        InThread(Root)[0].Text.ShouldContain("Acknowledged by cleo");
        InThread(Root).ShouldNotContain(message => message.Text.Contains(Escalated, StringComparison.Ordinal));
    }

    /// <summary>A thread that was taken away is told of and made anew, and nothing is lost: for platforms where somebody can take one away.</summary>
    /// <param name="remove">Takes the thread of a message of the channel wire away.</param>
    protected async Task LoseThreadAsync(Action<ChatMessage> remove)
    {
        await DoAsync(Ada, $"follow set {Slug} channel:{WireAddress} thread:yes");
        var first = Root;
        remove(first);

        await DoAsync(Ben, $"update add {Slug} \"They meet again.\" \"a senior US official\" tier:official");
        await DoAsync(Ben, $"update add {Slug} \"They part.\" \"a senior US official\" tier:official");

        Wire.Count(message => message.Text.Contains("They meet again.", StringComparison.Ordinal)).ShouldBe(1);
        Root.ShouldNotBe(first);
        InThread(Root).ShouldHaveSingleItem().Text.ShouldContain("They part.");
        Operations.ShouldHaveSingleItem().Text.ShouldContain($"The thread of {Slug} in");
    }

    [Fact]
    public async Task Without_a_thread_any_more_posts_come_in_the_channel_and_with_one_again_in_the_same()
    {
        await DoAsync(Ada, $"follow set {Slug} channel:{WireAddress} thread:yes");
        await DoAsync(Ada, $"follow set {Slug} channel:{WireAddress} thread:no");
        await DoAsync(Ben, $"update add {Slug} \"They meet again.\" \"a senior US official\" tier:official");
        await DoAsync(Ada, $"follow set {Slug} channel:{WireAddress} thread:yes");
        await DoAsync(Ben, $"update add {Slug} \"They part.\" \"a senior US official\" tier:official");

        Wire.Count.ShouldBe(2);
        Wire[1].Text.ShouldContain("They meet again.");
        InThread(Root).ShouldHaveSingleItem().Text.ShouldContain("They part.");
    }
}
