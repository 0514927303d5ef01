namespace TalksBot.Core.Tests.Commands;

public sealed class CommandLineTests
{
    [Fact]
    public void Reads_the_founding_line()
    {
        var call = SampleBook.Understood(
            "/talks deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" \"100% tariffs on luxury cars\" consequence:\"Section 301 tariffs\"");

        call.Spec.Path.ShouldBe("deadline add");
        call["talks"].ShouldBe("us-japan-autos");
        call["at"].ShouldBe("28 Jun 1995 23:59 EDT");
        call["label"].ShouldBe("100% tariffs on luxury cars");
        call["consequence"].ShouldBe("Section 301 tariffs");
        call.Caller.ShouldBe(SampleBook.Caller);
    }

    [Theory]
    [InlineData("/talks status us-japan-autos")]
    [InlineData("talks status us-japan-autos")]
    [InlineData("status us-japan-autos")]
    [InlineData("  /TALKS  Status\tus-japan-autos  ")]
    [InlineData("/talk status us-japan-autos")]
    [InlineData("status talks:us-japan-autos")]
    [InlineData("status Talks:\"us-japan-autos\"")]
    public void Takes_a_line_with_and_without_its_prefix(string line) =>
        SampleBook.Understood(line)["talks"].ShouldBe("us-japan-autos");

    [Theory]
    [InlineData("update add t \"no deal\"", "no deal")]
    [InlineData("update add t “no deal”", "no deal")]
    [InlineData("update add t «no deal»", "no deal")]
    [InlineData("update add t text:“no deal”", "no deal")]
    [InlineData("update add t \"he said \\\"no\\\"\"", "he said \"no\"")]
    [InlineData("update add t \"a \\\\ and a \\n\"", "a \\ and a \\n")]
    [InlineData("update add t \"he said “no” twice\"", "he said “no” twice")]
    [InlineData("update add t don't 5\" tall", "don't 5\" tall")]
    public void Reads_quotations(string line, string text) => SampleBook.Understood(line)["text"].ShouldBe(text);

    [Theory]
    [InlineData("when tomorrow 5pm Geneva", "tomorrow 5pm Geneva")]
    [InlineData("when 23:59", "23:59")]
    [InlineData("when time:23:59", "23:59")]
    [InlineData("when \"tomorrow 5pm\"", "tomorrow 5pm")]
    [InlineData("deadline move t at:17:00 D1", "17:00", "at")]
    [InlineData("deadline move t D1 tomorrow 5pm", "tomorrow 5pm", "at")]
    [InlineData("deadline add t label:\"the end\" 28 Jun 23:59", "28 Jun 23:59", "at")]
    [InlineData("update add t see http://example.org/a:b now", "see http://example.org/a:b now", "text")]
    [InlineData("update add t priority:urgent talks go on", "talks go on", "text")]
    [InlineData("update add t talks go on priority:urgent", "talks go on", "text")]
    public void Puts_words_in_their_places(string line, string value, string name = "time") =>
        SampleBook.Understood(line)[name].ShouldBe(value);

    [Fact]
    public void Stores_a_choice_in_lower_case() =>
        SampleBook.Understood("update add t x priority:URGENT")["priority"].ShouldBe("urgent");

    [Fact]
    public void Leaves_out_what_was_not_given() => SampleBook.Understood("update add t x").Find("priority").ShouldBeNull();
}
