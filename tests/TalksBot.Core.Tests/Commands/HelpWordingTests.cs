using TalksBot.Core.Commands;
using TalksBot.Core.Posts;

namespace TalksBot.Core.Tests.Commands;

public sealed class HelpWordingTests
{
    [Fact]
    public void The_book_names_every_command_in_its_group()
    {
        var pieces = HelpWording.Book(SampleBook.Book).Pieces;

        pieces.OfType<PostPiece.Section>().Select(section => section.Title).ShouldBe(["talks", "deadline", "update", "follow"]);
        pieces.OfType<PostPiece.Field>().Select(field => field.Name).ShouldBe(SampleBook.Book.Specs.Select(spec => spec.Path));
    }

    [Fact]
    public void A_command_shows_usage_example_parameters_and_role()
    {
        var text = PostText.Write(HelpWording.About(SampleBook.Book, " Update  ADD ").Body);

        text.ShouldBe("""
            update add – Adds an update.
            Usage: /talks update add TALKS TEXT [attribution:…] [priority:…]
            talks: Which talks. (needed)
            text: What was said. (needed)
            attribution: Who said it. (optional, by name as attribution:…)
            priority: How urgent it is. One of flash, bulletin, urgent, regular, deferred. (optional, by name as priority:…)
            Who: reporters, editors and chiefs
            """);
    }

    [Fact]
    public void A_group_shows_how_its_commands_are_typed() =>
        PostText.Write(HelpWording.About(SampleBook.Book, "follow").Body)
            .ShouldBe("Commands of “follow”\n/talks follow add TALKS: Lets this channel follow talks.");

    [Fact]
    public void A_slip_in_the_topic_is_answered_with_the_topic_meant() =>
        HelpWording.About(SampleBook.Book, "deadlne add").Body.Buttons.ShouldHaveSingleItem().Command.ShouldBe("/talks help deadline add");

    [Fact]
    public void An_unknown_topic_is_refused() => HelpWording.About(SampleBook.Book, "weather").Refused.ShouldBeTrue();
}
