using System.Text.Json;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Testing;

namespace TalksBot.Terminal.Tests;

public sealed class JsonRendererTests
{
    private static readonly JsonRenderer Form = new();

    [Fact]
    public void A_post_is_one_line_with_these_names()
    {
        var post = Some.Outgoing(Some.Channel);

        Form.Write(new ShownPost(post, Some.Moment, ShownNote.New)).ShouldBe(
            "{\"at\":\"1995-06-29T03:44:00Z\",\"due\":\"1995-06-29T03:44:00Z\",\"channel\":\"terminal:desk\",\"kind\":\"countdown\","
            + "\"talks\":\"us-japan-autos\",\"subject\":\"D1\",\"rung\":\"PT15M\",\"priority\":\"urgent\",\"late\":\"PT0S\","
            + $"\"reference\":\"us-japan-autos · D1 · {post.Key.ShortReference}\","
            + "\"text\":\"15 min to go: 100% tariffs on luxury cars\\nIf it passes: Section 301 tariffs on 13 models\"}\n");
    }

    [Theory]
    [InlineData(0, "PT0S")]
    [InlineData(250, "PT0S")]
    [InlineData(14 * 60_000, "PT14M")]
    [InlineData(-5_000, "PT0S")]
    public void Says_how_late_it_is(int milliseconds, string late) =>
        Read(Some.Outgoing(Some.Channel), Some.Moment + Duration.FromMilliseconds(milliseconds)).GetProperty("late").GetString().ShouldBe(late);

    [Fact]
    public void A_post_without_a_rung_says_null()
    {
        var post = Some.Outgoing(Some.Channel) with { Cause = new DeliveryCause(DeliveryKind.Digest, "us-japan-autos", "US-JP", "") };

        var line = Read(post, Some.Moment);

        line.GetProperty("rung").ValueKind.ShouldBe(JsonValueKind.Null);
        line.GetProperty("reference").GetString().ShouldBe($"us-japan-autos · {post.Key.ShortReference}");
    }

    [Fact]
    public void Words_survive_on_one_line_without_raw_control_characters()
    {
        var words = new string([.. Enumerable.Range(0, 0x300).Select(code => (char)code)]) + "\u2028\u2029日本 👩‍👩‍👧 \"<&>'";
        var post = Some.Outgoing(Some.Channel, Some.Post("A", words));

        var written = Form.Write(new ShownPost(post, Some.Moment, ShownNote.New));

        written.TrimEnd('\n').Any(c => char.IsControl(c) || c is '\u2028' or '\u2029').ShouldBeFalse();
        JsonSerializer.Deserialize<JsonElement>(written).GetProperty("text").GetString().ShouldBe($"A\n{words}");
    }

    [Fact]
    public void A_reply_lists_its_choices()
    {
        var reply = Reply.Refuse("Say which.", [new PostButton("night", "/talks when 23:59")]);

        Form.Write(reply, [new OfferedChoice("1", reply.Body.Buttons[0])]).ShouldBe(
            "{\"reply\":true,\"refused\":true,\"text\":\"Say which.\",\"choices\":[{\"key\":\"1\",\"label\":\"night\",\"command\":\"/talks when 23:59\"}]}\n");
    }

    [Fact]
    public void A_file_is_part_of_the_text()
    {
        var written = Form.Write(Reply.Answer("talks as CSV") with { File = new ReplyFile("talks.csv", "text/csv", "a,b\r\n") }, []);

        JsonSerializer.Deserialize<JsonElement>(written).GetProperty("text").GetString().ShouldBe("talks as CSV\na,b");
    }

    private static JsonElement Read(Core.Platforms.OutgoingPost post, Instant at) =>
        JsonSerializer.Deserialize<JsonElement>(Form.Write(new ShownPost(post, at, ShownNote.New)));
}
