using TalksBot.Discord.Commanding;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Interactions;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Tests.Commanding;

/// <summary>What is left of a message once nothing in it is Discord's own.</summary>
public sealed class MessageWordsTests
{
    [Theory]
    [InlineData("They met.\n\nThey meet again.", "They met.\n\nThey meet again.")]
    [InlineData("<@7> told <@!8> and <@&9> in <#10>", "Ada Lovelace told somebody and desk in #wire")]
    [InlineData("<@&1> in <#2>", "a role in a channel")]
    [InlineData("**Done**, _says_ *he*: ~~no~~ ||yes|| `x`", "Done, says he: no yes x")]
    [InlineData("***Done***", "Done")]
    [InlineData("# Late\n> quoted\n-# small\n2 > 1", "Late\nquoted\nsmall\n2 > 1")]
    [InlineData("see [the paper](https://a.example/b_c_d) or <https://a.example/__e__>", "see the paper (https://a.example/b_c_d) or https://a.example/__e__")]
    [InlineData("us\\-japan\\_autos 2\\*3", "us-japan_autos 2*3")]
    [InlineData("snake_case_name and 2*3*4", "snake_case_name and 2*3*4")]
    [InlineData("<:flag:123> at <t:804397440:F>, </talks ack:5>", ":flag: at 1995-06-29T03:44:00Z, /talks ack")]
    public void Notation_and_dress_are_gone_and_names_stand_for_ids(string content, string words) =>
        MessageWords.Of(Message(content, []), Resolved).ShouldBe(words);

    [Fact]
    public void Without_words_of_its_own_its_cards_are_read() => MessageWords.Of(
        Message(" ", [new Embed { Title = "Wire", Description = "**Deal** reached", Fields = [new EmbedField("Source", "AP")] }, new Embed { Image = new EmbedImage("https://a.example/p.png") }]),
        Resolved).ShouldBe("Wire\nDeal reached\nSource: AP");

    [Fact]
    public void A_message_of_pictures_alone_has_no_words() => MessageWords.Of(Message("", []), resolved: null).ShouldBe("");

    private static ResolvedData Resolved { get; } = new(
        Roles: new Dictionary<Snowflake, DiscordRole> { [new(9)] = new(new(9), "desk", Permissions.None) },
        Channels: new Dictionary<Snowflake, DiscordChannel> { [new(10)] = new(new(10), ChannelType.Text, "wire") });

    private static DiscordMessage Message(string content, IReadOnlyList<Embed> embeds) => new(
        new(1), new(2), Author: null, content, default, Embeds: embeds, Mentions: [new DiscordUser(new(7), "ada", "Ada Lovelace")]);
}
