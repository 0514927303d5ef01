using TalksBot.Core.Commands;

namespace TalksBot.Core.Tests.Commands;

public sealed class LineCompletionTests
{
    [Theory]
    [InlineData("dead", 0, "deadline")]
    [InlineData("/talks dead", 7, "deadline")]
    [InlineData("/ta", 0, "/talks")]
    [InlineData("deadline mo", 9, "move")]
    [InlineData("DEADLINE Mo", 9, "move")]
    public void Offers_the_words_of_commands(string line, int start, string word)
    {
        var place = Find(line);

        place.Start.ShouldBe(start);
        place.Words.Select(offer => offer.Value).ShouldBe([word]);
    }

    [Fact]
    public void Says_what_may_follow_a_word_and_what_a_command_does()
    {
        Find("dead").Words.Single().Label.ShouldStartWith("deadline – then add, ");
        Find("deadline ad").Words.Single().Label.ShouldBe($"add – {SampleBook.Book.Find("deadline add")!.Summary}");
    }

    [Fact]
    public void Offers_nobody_what_they_may_not_do() =>
        LineCompletion.Find(SampleBook.Book, "deadline mo", Role.Reader).Words.ShouldBeEmpty();

    [Theory]
    [InlineData("deadline add us", "us", 13, "talks")]
    [InlineData("deadline add us \"tomorrow", "tomorrow", 16, "at")]
    [InlineData("deadline add us tomorrow the", "the", 25, "label")]
    [InlineData("deadline add us tomorrow 17:00", "tomorrow 17:00", 16, "at")]
    [InlineData("deadline move us D1 at:\"fri", "fri", 23, "at")]
    [InlineData("deadline move us D", "D", 17, "deadline")]
    [InlineData("deadline move us ", "", 17, "deadline")]
    [InlineData("update add us text priority:ur", "ur", 28, "priority")]
    [InlineData("update add us talks go on", "on", 23)]
    [InlineData("deadline add us \"tomorrow\"", "", 26)]
    [InlineData("deadline nonsense x", "x", 18)]
    public void Tells_which_parameter_is_typed(string line, string typed, int start, params string[] parameters)
    {
        var place = Find(line);

        place.Parameters.Select(parameter => parameter.Name).ShouldBe(parameters);
        place.Typed.ShouldBe(typed);
        place.Start.ShouldBe(start);
    }

    [Theory]
    [InlineData("drop", "talks", "deadline")]
    [InlineData("D1 17:0", "at")]
    [InlineData("docks D1 17:0", "at")]
    public void Knows_that_the_talks_may_be_left_out(string words, params string[] parameters)
    {
        var book = new CommandBook(
        [
            new CommandSpec("cut", "", Role.Reader,
            [
                new ParameterSpec("talks", ParameterKind.Talks, "") { FromHere = true },
                new ParameterSpec("deadline", ParameterKind.Deadline, ""),
                new ParameterSpec("at", ParameterKind.Time, ""),
            ]),
        ]);

        LineCompletion.Find(book, $"cut {words}", Role.Reader).Parameters.Select(parameter => parameter.Name).ShouldBe(parameters);
    }

    [Fact]
    public void Hands_on_what_stands_before()
    {
        var given = Find("deadline add us consequence:\"a shutdown\" tomorrow 5pm v").Given;

        given["talks"].ShouldBe("us");
        given["at"].ShouldBe("tomorrow 5pm");
        given["consequence"].ShouldBe("a shutdown");
    }

    [Fact]
    public void Offers_the_names_of_parameters_that_begin_so_but_not_twice()
    {
        Find("update add us text pri").Names.Select(offer => offer.Value).ShouldBe(["priority:"]);
        Find("update add us text priority:urgent pri").Names.ShouldBeEmpty();
    }

    [Fact]
    public void Takes_any_line()
    {
        foreach (var line in new[] { "", " ", "\"", "'", "a:\"", "/", "/talks", "talks ", "deadline add \"\\", ":", "deadline \"add\" x", "\ud800" })
        {
            Should.NotThrow(() => Find(line));
        }
    }

    private static CompletionPlace Find(string line) => LineCompletion.Find(SampleBook.Book, line, Role.Chief);
}
