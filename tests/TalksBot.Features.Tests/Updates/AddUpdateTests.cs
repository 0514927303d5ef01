using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Updates;

public sealed class AddUpdateTests
{
    private const string First = "update add us-japan-autos \"It sounded as if the talks were over\" \"an official familiar with the call\" tier:official";

    [Fact]
    public async Task Keeps_what_was_heard_with_its_sourcing()
    {
        await using var desk = await NewsDesk.OpenAsync();

        await desk.SayAsync($"{First} side:us priority:urgent heard:\"today 9am EDT\"");

        var update = (await desk.TalksAsync()).Updates.ShouldHaveSingleItem();
        update.Text.ShouldBe("It sounded as if the talks were over");
        update.Attribution.ShouldBe("an official familiar with the call");
        update.Side.ShouldBe("US");
        update.Sourcing.ShouldBe(Sourcing.Official);
        update.Priority.ShouldBe(WirePriority.Urgent);
        update.HeardAt.ShouldBe(NewsDesk.Tuesday - Duration.FromHours(1));
    }

    [Fact]
    public async Task Is_regular_and_heard_now_when_nothing_else_is_said()
    {
        await using var desk = await NewsDesk.OpenAsync();

        await desk.SayAsync(First);

        var update = (await desk.TalksAsync()).Updates.ShouldHaveSingleItem();
        (update.Sourcing, update.Priority, update.Side, update.HeardAt).ShouldBe((Sourcing.Official, WirePriority.Regular, "", NewsDesk.Tuesday));
    }

    [Fact]
    public async Task Goes_at_once_to_the_channels_that_want_its_priority()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos channel:terminal:all");
        await desk.SayAsync("follow add us-japan-autos channel:terminal:urgent priority:urgent");
        await desk.SayAsync("follow add us-japan-autos channel:terminal:silent priority:urgent digest:none");

        var answer = await desk.SayAsync(First);

        var post = (await desk.DeliveriesAsync(DeliveryKind.Update)).ShouldHaveSingleItem();
        (post.Channel.ToString(), post.Subject, post.Priority, post.DueAt).ShouldBe(("terminal:all", "#1", WirePriority.Regular, desk.Now));
        answer.ShouldContain("1 channel gets it now; 1 channel sees it in the digest; 1 channel without a digest will not see it");
    }

    [Fact]
    public async Task A_deferred_update_waits_for_everybodys_digest()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos priority:deferred");

        var answer = await desk.SayAsync($"{First} priority:deferred");

        (await desk.DeliveriesAsync(DeliveryKind.Update)).ShouldBeEmpty();
        answer.ShouldContain("No channels get it now; 1 channel sees it in the digest");
    }

    [Fact]
    public async Task Stands_beside_the_accounts_it_differs_from()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos");
        await desk.SayAsync(First);

        await desk.SayAsync("update add us-japan-autos tier:official \"His tone changed\" \"reported by US officials\" side:JP disputes:\"#1, #1\"");

        (await desk.TalksAsync()).Updates[1].Disputes.ShouldBe([1]);
        var post = (await desk.DeliveriesAsync(DeliveryKind.Update))[1].Post;
        post.Title.ShouldBe("ACCOUNTS DIFFER on #1 · US–Japan automotive talks (JP)");
        post.Pieces.OfType<PostPiece.Quote>().Select(quote => quote.Text).ShouldBe(["His tone changed", "It sounded as if the talks were over"]);
    }

    [Fact]
    public async Task A_bulletin_notifies_whom_the_follow_names()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos mention:@desk");

        await desk.SayAsync($"{First} priority:bulletin");

        (await desk.DeliveriesAsync(DeliveryKind.Update))[0].Post.Mention.ShouldBe("@desk");
    }

    [Fact]
    public async Task Is_due_when_it_is_recorded_however_long_ago_it_was_heard()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos");

        await desk.SayAsync($"{First} heard:\"today 3am EDT\"");

        (await desk.DeliveriesAsync(DeliveryKind.Update))[0].Post.DueOnClock.ShouldBe("16:00 Geneva");
    }

    [Fact]
    public async Task Answers_with_everything_it_understood()
    {
        await using var desk = await NewsDesk.OpenAsync();

        var answer = await desk.SayAsync($"{First} side:US");

        answer.ShouldContain("#1 added · US–Japan automotive talks");
        answer.ShouldContain("#1, US side, an official familiar with the call (official)");
        answer.ShouldContain("No channel follows these talks yet: /talks follow add us-japan-autos");
    }

    [Fact]
    public async Task Names_every_account_of_the_matter()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync(First);
        await desk.SayAsync("update add us-japan-autos tier:official \"His tone changed\" \"US officials\" disputes:#1");

        var answer = await desk.SayAsync("update add us-japan-autos tier:official \"Nobody raised his voice\" \"a Swiss diplomat\" disputes:#2");

        answer.ShouldContain("Differs from #1 and #2 · ");
    }

    [Fact]
    public async Task Says_when_it_was_heard_where_that_is_not_now()
    {
        await using var desk = await NewsDesk.OpenAsync();

        (await desk.SayAsync($"{First} heard:\"27 Jun 1995 14:04\"")).ShouldContain("\nHeard 14:04 Geneva Tue 27 Jun\n");
    }

    [Fact]
    public async Task Has_a_word_for_the_same_words_twice()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync(First);
        desk.Clock.Advance(Duration.FromMinutes(3));

        (await desk.SayAsync(First)).ShouldContain("#1 says the same, heard 16:00");
    }

    [Theory]
    [InlineData("Negotiators")]
    [InlineData("Japanese")]
    [InlineData("Diplomat")]
    [InlineData("a US official")]
    [InlineData("US officials in Geneva")]
    [InlineData("source: Toyota executive")]
    [InlineData("sources in Geneva, briefed on the paper")]
    [InlineData("source: NATO")]
    public async Task A_kind_of_source_is_no_name(string source)
    {
        await using var desk = await TestDesk.FoundingAsync();

        (await desk.DoneAsync($"/talks update add us-japan-autos tier:unnamed \"He wants a deal\" \"{source}\"")).ShouldContain(source);
    }

    [Theory]
    [InlineData("update add us-japan-autos tier:official \"He wants a deal\" \"a source\"", "Say what kind of source it is")]
    [InlineData("update add us-japan-autos tier:official \"\" \"US officials\"", "The text is empty; say it in words.")]
    [InlineData("update add us-japan-autos tier:official \"He wants a deal\" \"US officials\" side:FR", "FR is no party to these talks; the sides are US, JP.")]
    [InlineData("update add us-japan-autos tier:official \"He wants a deal\" \"US officials\" heard:\"today 5pm EDT\"", "is still to come; say when it was heard")]
    [InlineData("update add us-japan-autos tier:official \"He wants a deal\" \"US officials\" heard:11:59", "11:59")]
    [InlineData("update add us-japan-autos tier:official \"He wants a deal\" \"US officials\" disputes:#4", "These talks have no update yet")]
    [InlineData("update add us-japan-autos \"He wants a deal\" \"US officials\"", "tier")]
    [InlineData("update add us-japan-autos tier:official \"He wants a deal. He told us so.\" \"US officials\" priority:flash", "A flash is one sentence")]
    [InlineData("update add us-japan-autos tier:unnamed \"He wants a deal\" \"source: John Smith\"", "reads like a person's name")]
    [InlineData("update add us-japan-autos tier:unnamed \"He wants a deal\" \"source: Tanaka\"", "“Tanaka” reads like a person's name")]
    [InlineData("update add us-japan-autos tier:unnamed \"He wants a deal\" Kantor", "“Kantor” reads like a person's name")]
    [InlineData("update add us-japan-autos tier:unnamed \"He wants a deal\" \"“a source”\"", "Say what kind of source it is")]
    [InlineData("update add us-japan-autos tier:unnamed \"He wants a deal\" \"a source!\"", "Say what kind of source it is")]
    [InlineData("update add us-japan-autos tier:unnamed \"He wants a deal\" \"sources say\"", "Say what kind of source it is")]
    [InlineData("update add us-japan-autos tier:official \"He wants a deal\" \"a s\u200bource\"", "Say what kind of source it is")]
    [InlineData("update add us-japan-autos tier:official \"He wants a deal\" \"source: Tanaka of the ministry\"", "“Tanaka” reads like a person's name")]
    [InlineData("update add us-japan-autos tier:official \"He wants a deal\" \"a US official (source: Tanaka)\"", "“Tanaka” reads like a person's name")]
    [InlineData("update add us-japan-autos tier:unnamed \"He wants a deal\" \"source – Tanaka\"", "“Tanaka” reads like a person's name")]
    [InlineData("update add us-japan-autos tier:unnamed \"He wants a deal\" \"source: KANTOR\"", "“KANTOR” reads like a person's name")]
    [InlineData("update add us-japan-autos tier:unnamed \"He wants a deal\" \"Tanaka, a ministry aide\"", "“Tanaka” reads like a person's name")]
    [InlineData("update add us-japan-autos tier:unnamed \"He wants a deal\" \"McDonald\"", "“McDonald” reads like a person's name")]
    [InlineData("update add us-japan-autos tier:unnamed \"He wants a deal\" \"a minister named Tanaka\"", "Tanaka” reads like a person's name")]
    [InlineData("update add us-japan-autos tier:official \"\u200b\u200d\" \"US officials\"", "The text is empty; say it in words.")]
    [InlineData("update add us-japan-autos tier:official \"He wants a deal\" \"US officials\" embargo:\"27 Jun 9am EDT\"", "Tue 27 Jun 1995 09:00 Washington has passed: it was 1 h ago.")]
    [InlineData("update add us-japan-auto tier:official \"He wants a deal\" \"US officials\"", "did you mean us-japan-autos?")]
    public async Task Refuses(string line, string why)
    {
        await using var desk = await NewsDesk.OpenAsync();

        (await desk.RefusedAsync(line)).ShouldContain(why);
    }

    [Fact]
    public async Task Is_for_reporters()
    {
        await using var desk = await NewsDesk.OpenAsync();

        (await desk.RefusedAsync(First, Role.Reader)).ShouldContain("needs the role reporter");
    }
}
