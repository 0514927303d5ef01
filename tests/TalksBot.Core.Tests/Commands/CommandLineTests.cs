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

    [Theory]
    [InlineData("deadline add t 5pm Monday the vote", "5pm Monday", "the vote")]
    [InlineData("deadline add t noon tomorrow the vote", "noon tomorrow", "the vote")]
    [InlineData("deadline add t 17:00 Geneva the vote", "17:00 Geneva", "the vote")]
    [InlineData("deadline add t 5pm ET the vote", "5pm ET", "the vote")]
    [InlineData("deadline add t 5pm ET budget vote", "5pm ET", "budget vote")]
    [InlineData("deadline add t 23:59 on Tuesday the vote", "23:59 on Tuesday", "the vote")]
    [InlineData("deadline add t 28 Jun 1995 23:59 EDT 100% tariffs on cars", "28 Jun 1995 23:59 EDT", "100% tariffs on cars")]
    [InlineData("deadline add t tomorrow at 5 p.m. local time – the vote", "tomorrow at 5 p.m. local time", "the vote")]
    [InlineData("deadline add t in 90m the vote", "in 90m", "the vote")]
    [InlineData("deadline add t a week from friday 5pm vote on the deal", "a week from friday 5pm", "vote on the deal")]
    [InlineData("deadline add t half past six pm Monday the vote", "half past six pm Monday", "the vote")]
    [InlineData("deadline add t 5pm Monday: the vote", "5pm Monday", "the vote")]
    [InlineData("deadline add t tomorrow 5pm \"the vote\"", "tomorrow 5pm", "the vote")]
    [InlineData("deadline add t \"tomorrow 5pm\" the vote", "tomorrow 5pm", "the vote")]
    [InlineData("deadline add t <!date^1781805600^{date_num} {time}|18 Jun 2pm> the vote", "<!date^1781805600^{date_num} {time}|18 Jun 2pm>", "the vote")]
    public void The_longest_time_is_the_time(string line, string at, string label)
    {
        var call = SampleBook.Understood(line);

        call["at"].ShouldBe(at);
        call["label"].ShouldBe(label);
    }

    [Theory]
    [InlineData("update tell t \"no deal\" \"an official\" embargo:in 3h tier:official", "in 3h")]
    [InlineData("update tell t \"no deal\" an official embargo:6 Dec 17:00 tier:official", "6 Dec 17:00")]
    [InlineData("update tell t \"no deal\" embargo:\"6 Dec 17:00\" an official", "6 Dec 17:00")]
    public void A_time_by_name_takes_the_words_that_belong_to_it(string line, string embargo)
    {
        var call = SampleBook.Understood(line);

        call["embargo"].ShouldBe(embargo);
        call["source"].ShouldBe("an official");
    }

    [Theory]
    [InlineData("since 2 hours", "2 hours", null)]
    [InlineData("since 6h us-japan-autos", "6h", "us-japan-autos")]
    [InlineData("since last monday us-japan-autos", "last monday", "us-japan-autos")]
    [InlineData("since yesterday 18:00", "yesterday 18:00", null)]
    public void A_span_may_be_several_words(string line, string span, string? talks)
    {
        var call = SampleBook.Understood(line);

        call["span"].ShouldBe(span);
        call.Find("talks").ShouldBe(talks);
    }

    [Theory]
    [InlineData("\"no deal\"")]
    [InlineData("'no deal'")]
    [InlineData("“no deal”")]
    [InlineData("‘no deal’")]
    [InlineData("„no deal“")]
    [InlineData("„no deal”")]
    [InlineData("”no deal”")]
    [InlineData("«no deal»")]
    [InlineData("»no deal«")]
    [InlineData("‹no deal›")]
    [InlineData("‚no deal‘")]
    [InlineData("「no deal」")]
    [InlineData("『no deal』")]
    [InlineData("\"no deal”")]
    [InlineData("“no deal\"")]
    [InlineData("‘no deal'")]
    [InlineData("＂no deal＂")]
    public void Every_pair_of_quotes_quotes(string quoted)
    {
        var call = SampleBook.Understood($"update tell t {quoted} \"an official\" tier:official");
        var named = SampleBook.Understood($"update tell t source:{quoted} text:{quoted}");

        call["text"].ShouldBe("no deal");
        call["source"].ShouldBe("an official");
        named["source"].ShouldBe("no deal");
        named["text"].ShouldBe("no deal");
    }

    [Theory]
    [InlineData("update tell t 'the ministers' meeting' 'an official'", "the ministers' meeting")]
    [InlineData("update tell t 'we don't know' 'an official'", "we don't know")]
    [InlineData("update tell t ‘we don’t know’ 'an official'", "we don’t know")]
    [InlineData("update tell t “he said \"no\" twice” “an official”", "he said \"no\" twice")]
    [InlineData("update tell t \"he said “no” twice\" “an official”", "he said “no” twice")]
    [InlineData("update tell t \"he said ‘no’ twice\" “an official”", "he said ‘no’ twice")]
    [InlineData("update tell t “no deal\" “an official\"", "no deal")]
    public void Quotes_and_apostrophes_within_a_quotation_stay(string line, string text) => SampleBook.Understood(line)["text"].ShouldBe(text);

    [Theory]
    [InlineData("update add t the ministers' meeting and workers' rights")]
    [InlineData("update add t they don't and won't")]
    [InlineData("update add t the ’95 accord")]
    [InlineData("update add t rock 'n roll")]
    public void Apostrophes_quote_nothing(string line) => SampleBook.Understood(line)["text"].ShouldBe(line["update add t ".Length..]);
}
