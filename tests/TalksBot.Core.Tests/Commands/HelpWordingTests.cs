using TalksBot.Core.Commands;
using TalksBot.Core.Posts;

namespace TalksBot.Core.Tests.Commands;

public sealed class HelpWordingTests
{
    [Fact]
    public void The_book_names_every_command_that_the_asker_may_give_in_its_group()
    {
        var pieces = HelpWording.Book(SampleBook.Book, Role.Chief).Pieces.OfType<PostPiece.Field>().ToList();

        pieces.Select(field => field.Name).ShouldBe(["talks", "deadline", "update", "follow"]);
        pieces[1].Value.ShouldBe("add, move, list");
    }

    [Fact]
    public void The_book_leaves_out_what_the_asker_may_not_do()
    {
        var pieces = HelpWording.Book(SampleBook.Book, Role.Reader).Pieces.OfType<PostPiece.Field>().ToList();

        pieces.Select(field => field.Name).ShouldBe(["talks", "deadline"]);
        pieces[1].Value.ShouldBe("list");
    }

    [Fact]
    public void The_book_begins_with_the_most_frequent_jobs()
    {
        var book = new CommandBook([new CommandSpec("deadline add", "Adds one.", Role.Editor, []) { Job = "Set a deadline", Example = "/talks deadline add x" }, new CommandSpec("status", "Shows.", Role.Reader, [])]);

        HelpWording.Book(book, Role.Editor).Pieces[0].ShouldBe(new PostPiece.Field("Set a deadline", "/talks deadline add x"));
        HelpWording.Book(book, Role.Reader).Pieces.OfType<PostPiece.Field>().ShouldHaveSingleItem().Name.ShouldBe("talks");
    }

    [Theory]
    [InlineData("times", "+36h")]
    [InlineData("tiers", "tier:on-record")]
    [InlineData("tier", "priority:flash")]
    [InlineData("ladders", "24h, 12h, 6h")]
    public void It_explains_times_tiers_and_ladders(string topic, string told) =>
        PostText.Write(HelpWording.About(SampleBook.Book, topic, Role.Reader).Body).ShouldContain(told);

    [Fact]
    public void A_command_shows_usage_example_parameters_and_role()
    {
        var text = PostText.Write(HelpWording.About(SampleBook.Book, " Update  ADD ", Role.Chief).Body);

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
        PostText.Write(HelpWording.About(SampleBook.Book, "follow", Role.Chief).Body)
            .ShouldBe("Commands of “follow”\n/talks follow add TALKS: Lets this channel follow talks.");

    [Fact]
    public void A_slip_in_the_topic_is_answered_with_the_topic_meant() =>
        HelpWording.About(SampleBook.Book, "deadlne add", Role.Chief).Body.Buttons.ShouldHaveSingleItem().Command.ShouldBe("/talks help deadline add");

    [Fact]
    public void An_unknown_topic_is_refused() => HelpWording.About(SampleBook.Book, "weather", Role.Chief).Refused.ShouldBeTrue();
}
