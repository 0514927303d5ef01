using Shouldly;
using TalksBot.Core.Platforms;
using Xunit;

namespace TalksBot.Testing;

/// <content>Hostile words, words without end, and platforms out of reach.</content>
public abstract partial class PlatformContract
{
    [Theory]
    [InlineData("@everyone @here <@123> <@&456> <!channel> <!here> <#C1>")]
    [InlineData("*bold* _it_ ~gone~ `code` ```block``` ||secret|| > quote # head - list")]
    [InlineData("[red]markup[/] [[x]] [link=https://example.org]here[/] <https://example.org|here>")]
    [InlineData("&amp; &lt;b&gt; <b>bold</b> \"quoted\" \\* \\\\ {json} %s {0}")]
    [InlineData("日米自動車交渉 · المفاوضات مستمرة · שיחות · e\u0301 · 👩‍👩‍👧 🇯🇵 ❤️")]
    public async Task Hostile_words_arrive_as_they_were_typed_and_notify_nobody(string words)
    {
        var platform = await CreateAsync();

        await SendAsync(platform, Some.Outgoing(Channel, Some.Post(words, words)));

        var message = (await VisibleMessagesAsync(Channel)).ShouldHaveSingleItem();
        Count(words, message.Text).ShouldBe(2);
        message.Pings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_very_long_post_is_shortened_and_not_refused()
    {
        var platform = await CreateAsync();

        await SendAsync(platform, Some.Outgoing(Channel, Some.Post("The heading", $"It begins. {new string('x', 20_000)}")));

        var messages = await VisibleMessagesAsync(Channel);
        messages[0].Text.ShouldContain("The heading");
        messages[0].Text.ShouldContain("It begins.");
    }

    [Fact]
    public async Task An_unreachable_platform_is_an_answer()
    {
        var platform = await CreateAsync();
        await BreakAsync();

        var outcome = await platform.PostAsync(Some.Outgoing(Channel), Token);

        outcome.ShouldBeOfType<PostOutcome.Unreachable>().Why.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task An_unreachable_platform_finds_nothing()
    {
        var platform = await CreateAsync();
        await BreakAsync();

        var lookup = await platform.FindAsync(Some.Outgoing(Channel), Token);

        lookup.ShouldNotBeOfType<Lookup.Found>();
    }

    [Fact]
    public async Task Answers_a_probe_while_it_is_there_and_says_why_not_when_it_is_not()
    {
        var platform = await CreateAsync();
        var before = await platform.ProbeAsync(Token);

        await BreakAsync();
        var after = await platform.ProbeAsync(Token);

        before.ShouldBeOfType<ProbeAnswer.Answers>();
        after.ShouldBeOfType<ProbeAnswer.Silent>().Why.ShouldNotBeNullOrWhiteSpace();
        (await VisibleMessagesAsync(Channel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_channel_that_is_not_there_says_how_to_mend_it()
    {
        var platform = await CreateAsync();

        var faulty = (await platform.CheckAsync(MissingChannel, Token)).ShouldBeOfType<ChannelCheck.Faulty>();

        faulty.Why.ShouldNotBeNullOrWhiteSpace();
        faulty.Mend.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task A_post_to_a_channel_that_is_not_there_is_an_answer()
    {
        var platform = await CreateAsync();

        var outcome = await platform.PostAsync(Some.Outgoing(MissingChannel), Token);

        (outcome is PostOutcome.ChannelGone or PostOutcome.NotAllowed).ShouldBeTrue();
    }

    private static int Count(string words, string text) => text.Split(words).Length - 1;
}
