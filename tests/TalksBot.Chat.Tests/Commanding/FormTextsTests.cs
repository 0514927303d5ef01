using TalksBot.Chat.Commanding;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Testing;

namespace TalksBot.Chat.Tests.Commanding;

public sealed class FormTextsTests
{
    private static readonly CommandSpec Note = new("note", "Writes something down.", Role.Reader,
    [
        new("text", ParameterKind.Text, "what") { Required = true, Lengthy = true },
        new("why", ParameterKind.Text, "why") { Lengthy = true, NamedOnly = true },
        new("side", ParameterKind.Side, "whose") { NamedOnly = true },
    ]);

    [Fact]
    public void Asks_for_the_long_texts_that_were_left_out() =>
        FormTexts.Missing(Note, Values(("why", "because"))).Select(text => text.Name).ShouldBe(["text"]);

    [Fact]
    public void Its_line_says_where_the_texts_will_stand()
    {
        var line = FormTexts.LineOf(Call(("side", "JP"), ("text", "as it was")), [Note.Parameters[0]]);

        line.ShouldContain(PostButton.Unwritten);
        line.ShouldContain("side:JP");
        line.ShouldNotContain("as it was");
    }

    [Fact]
    public void What_was_written_takes_the_place_of_what_was_said()
    {
        var filled = FormTexts.Fill(Call(("text", PostButton.Unwritten), ("side", "JP")), Values(("text", "news"), ("elsewhere", "x")));

        filled.ShouldBe(Values(("text", "news"), ("side", "JP")), ignoreOrder: true);
    }

    [Fact]
    public void What_was_left_empty_is_not_said() =>
        FormTexts.Fill(Call(("text", "old"), ("why", PostButton.Unwritten)), Values(("text", "  "))).ShouldBeEmpty();

    [Fact]
    public void A_refusal_gives_a_long_text_back_and_nothing_else()
    {
        FormTexts.WriteAgain(Call(("text", "All that was heard")))!.Command.ShouldContain("All that was heard");
        FormTexts.WriteAgain(Call(("side", "JP"))).ShouldBeNull();
    }

    private static CommandCall Call(params (string Name, string Value)[] values) => new(Note, Values(values), new Caller("ada", Role.Reader, Some.Channel));

    private static Dictionary<string, string> Values(params (string Name, string Value)[] values) =>
        values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);
}
