using TalksBot.Core.Commands;
using TalksBot.Core.Posts;

namespace TalksBot.Core.Tests.Commands;

public sealed class CommandRefusalTests
{
    [Theory]
    [InlineData("update add t \"never closed", "never closed;")]
    [InlineData("update add t text:“never closed", "never closed;")]
    [InlineData("update add talks:t talks:u x", "“talks” is given twice")]
    [InlineData("update add t x attribution:", "“attribution:” has no value")]
    [InlineData("update add t x prioritty:urgent", "Did you mean “priority:”?")]
    [InlineData("deadline add t", "needs “at” and “label”")]
    [InlineData("deadline add t tomorrow 5pm \"the end\" of it", "one word too many")]
    [InlineData("update tell t Mayor says no vote tonight a city official", "Where does the text end and the source begin?")]
    [InlineData("update tell t \"x\" a senior official embargo in 3h", "“embargo” stands without its colon")]
    [InlineData("update tell t \"x\" a senior official tier official", "“tier” stands without its colon")]
    [InlineData("update tell t \"x\" a senior official side JP", "“side” stands without its colon")]
    [InlineData("deadline add t the vote 5pm Monday", "The time comes first here")]
    [InlineData("status t u", "“u” is one word too many")]
    [InlineData("deadline list t \"and more\"", "“and more” is one word too many")]
    [InlineData("update add t x priority:urgnt", "did you mean “urgent”?")]
    [InlineData("update add t x priority:soon", "choose flash, bulletin, urgent, regular, deferred")]
    [InlineData("", "Say what to do")]
    [InlineData("/talks", "Say what to do")]
    [InlineData("deadline", "Say what to do with “deadline”")]
    [InlineData("deadline frobnicate", "“deadline” cannot “frobnicate”")]
    [InlineData("xyzzy", "There is no command “xyzzy”")]
    public void Says_what_is_wrong(string line, string part) => SampleBook.Refused(line).Body.Heading.ShouldContain(part);

    [Fact]
    public void Shows_usage_and_example_when_something_is_missing()
    {
        var body = SampleBook.Refused("deadline add t").Body;

        body.Pieces.ShouldBe(
        [
            new PostPiece.Field("Usage", "/talks deadline add TALKS AT LABEL [consequence:…]"),
            new PostPiece.Field("Example", SampleBook.Book.Find("deadline add")!.Example),
        ]);
    }

    [Theory]
    [InlineData("deadlin add t tomorrow \"the end\"", "/talks deadline add t tomorrow \"the end\"")]
    [InlineData("dedline add t", "/talks deadline add t")]
    [InlineData("add deadline t tomorrow \"the end\"", "/talks deadline add t tomorrow \"the end\"")]
    [InlineData("deadline mvoe t D1", "/talks deadline move t D1")]
    [InlineData("deadlineadd t", "/talks deadline add t")]
    [InlineData("/talks statsu", "/talks status")]
    [InlineData("/status t", "/talks status t")]
    [InlineData("move t D1 \"5pm\"", "/talks deadline move t D1 \"5pm\"")]
    public void Offers_the_command_that_was_meant(string line, string corrected) =>
        SampleBook.Refused(line).Body.Buttons.ShouldHaveSingleItem().Command.ShouldBe(corrected);

    [Fact]
    public void Offers_every_command_that_is_equally_close() =>
        SampleBook.Refused("add t").Body.Buttons.Select(button => button.Label).ShouldBe(["deadline add", "update add", "follow add"]);

    [Fact]
    public void Offers_the_whole_line_with_the_right_choice()
    {
        var button = SampleBook.Refused("update add t \"no deal\" priority:urgnt").Body.Buttons.ShouldHaveSingleItem();

        SampleBook.Understood(button.Command)["priority"].ShouldBe("urgent");
    }

    [Fact]
    public void A_group_alone_lists_those_of_its_commands_that_the_caller_may_give() =>
        SampleBook.Refused("deadline").Body.Pieces.OfType<PostPiece.Field>().ShouldHaveSingleItem().Name.ShouldBe("/talks deadline list [TALKS]");

    [Fact]
    public void Refuses_a_line_over_the_limit() =>
        SampleBook.Refused(new string('x', 8_001)).Body.Heading.ShouldBe("That line has 8,001 characters; shorten it to 8,000.");

    [Fact]
    public void Repeats_no_more_than_forty_characters_and_nothing_that_acts_on_a_screen()
    {
        var heading = SampleBook.Refused("\u001b[31m\u202e" + new string('x', 500)).Body.Heading;

        heading.ShouldNotContain('\u001b');
        heading.ShouldNotContain('\u202e');
        heading.ShouldNotContain(new string('x', Echo.Limit));
    }
}
