using System.Text.Json;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Tests.Models;

public sealed class BlockTests
{
    [Theory]
    [InlineData("""{"type":"divider"}""")]
    [InlineData("""{"type":"header","text":{"type":"plain_text","text":"US–JP","emoji":false},"block_id":"b"}""")]
    [InlineData("""{"type":"section","text":{"type":"mrkdwn","text":"*x*","verbatim":true},"accessory":{"type":"button","text":{"type":"plain_text","text":"ok"},"action_id":"a","value":"v"}}""")]
    [InlineData("""{"type":"section","fields":[{"type":"mrkdwn","text":"a"},{"type":"plain_text","text":"b"}]}""")]
    [InlineData("""{"type":"context","elements":[{"type":"mrkdwn","text":"a"},{"type":"image","alt_text":"p","image_url":"https://x.example/p.png"}]}""")]
    [InlineData("""{"type":"actions","elements":[{"type":"static_select","action_id":"s","options":[{"text":{"type":"plain_text","text":"A"},"value":"1"}]}]}""")]
    [InlineData("""{"type":"image","alt_text":"a chart","slack_file":{"id":"F12345678"}}""")]
    [InlineData("""{"type":"input","label":{"type":"plain_text","text":"To"},"element":{"type":"plain_text_input","action_id":"to","multiline":true},"optional":true}""")]
    public void Reads_and_writes_the_blocks_it_knows(string json)
    {
        var block = Read(json);

        block.ShouldNotBeOfType<UnknownBlock>();
        JsonElement.DeepEquals(Parse(Write(block)), Parse(json)).ShouldBeTrue(Write(block));
    }

    [Theory]
    [InlineData("""{"type":"rich_text","block_id":"q","elements":[{"type":"rich_text_section","elements":[]}]}""")]
    [InlineData("""{"type":"something_new","a":{"b":[1,2]}}""")]
    [InlineData("""{"type":"header","text":"not an object"}""")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    public void Keeps_a_block_it_does_not_understand_as_it_came(string json)
    {
        var block = Read(json);

        block.ShouldBeOfType<UnknownBlock>();
        JsonElement.DeepEquals(Parse(Write(block)), Parse(json)).ShouldBeTrue();
    }

    [Fact]
    public void Keeps_an_element_it_does_not_understand_among_those_it_does()
    {
        const string json = """
            {"type":"actions","elements":[{"type":"datepicker","action_id":"d"},{"type":"button","text":{"type":"plain_text","text":"x"}}]}
            """;

        var elements = Read(json).ShouldBeOfType<ActionsBlock>().Elements;

        elements[0].ShouldBeOfType<UnknownElement>().Type.ShouldBe("datepicker");
        elements[1].ShouldBeOfType<Button>();
    }

    [Fact]
    public void Finds_what_a_form_holds()
    {
        const string json = """
            {"values":{"b1":{"a":{"type":"plain_text_input","value":"5pm"}},
                       "b2":{"a":{"type":"static_select","selected_option":{"text":{"type":"plain_text","text":"X"},"value":"x"}}},
                       "b3":{"a":{"type":"plain_text_input","value":null}}}}
            """;

        var state = JsonSerializer.Deserialize(json, WireJson.Default.ViewState)!;

        new[] { state.ValueOf("b1", "a"), state.ValueOf("b2", "a"), state.ValueOf("b3", "a"), state.ValueOf("b1", "z") }
            .ShouldBe(["5pm", "x", null, null]);
    }

    private static Block Read(string json) => JsonSerializer.Deserialize(json, WireJson.Default.Block)!;

    private static string Write(Block block) => JsonSerializer.Serialize(block, WireJson.Default.Block);

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
