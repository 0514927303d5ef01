using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace TalksBot.Testing;

/// <content>What is written in paragraphs is read in paragraphs.</content>
public abstract partial class CommandContract
{
    [Fact]
    public async Task Paragraphs_stand_as_they_were_written_in_every_post_and_in_the_form_again()
    {
        const string Words = "They met.\n\n> Nobody spoke.\n# They go on.";
        var preview = await Ben.RunAsync(Update);

        var again = await Ben.FillAsync(preview, "Edit", ("text", "They met.\r\n\r\n\r\n  > Nobody spoke.  \n# They go on.\n"));
        var added = await Ben.PressAsync(again, "Post");
        await SettleAsync();
        var news = Wire[^1].Text;
        var corrected = await Ben.FillAsync(added, "Edit", ("source", "a ministry spokesman"));
        await Ben.PressAsync(corrected, "Post");
        await SettleAsync();

        again.Text.ShouldContain(Words);
        news.ShouldContain($"“{Words}”");
        Wire[^1].Text.ShouldContain($"“{Words}”");
        (await ReadAsync(db => db.Set<Core.Negotiations.Update>().SingleAsync(TestContext.Current.CancellationToken))).Text.ShouldBe(Words);
        (await Cleo.RunAsync($"update list {Slug}")).Text.ShouldContain("“They met. > Nobody spoke. # They go on.”");
        (await Cleo.RunAsync($"update list {Slug} update:#1")).Text.ShouldContain(Words);
    }

    [Fact]
    public async Task Paragraphs_that_were_wrong_are_struck_and_killed_ones_are_gone()
    {
        await DoAsync(Ben, $"update add {Slug} \"They met.\n\nNobody spoke.\n\nThey go on.\" \"a senior US official\" tier:official");

        await DoAsync(Ben, $"update correct {Slug} #1 \"They did not meet.\n\nThey go on.\"");
        var (struck, correction) = (Wire[0].Text, Wire[^1].Text);
        await DoAsync(Ben, $"update kill {Slug} #1 \"a hoax\"");

        correction.ShouldContain("“They did not meet.\n\nThey go on.”");
        correction.ShouldContain("Nobody spoke.");
        struck.ShouldContain("Nobody spoke.");
        Wire.ShouldAllBe(message => !message.Text.Contains("spoke", StringComparison.Ordinal) && !message.Text.Contains("They go on", StringComparison.Ordinal));
        Wire[^1].Text.ShouldContain("KILLED #1");
    }

    [Fact]
    public async Task A_text_of_too_many_lines_is_refused_and_the_form_keeps_it()
    {
        var preview = await Ben.RunAsync(Update);

        var sent = await Ben.FillAsync(preview, "Edit", ("text", string.Join('\n', Enumerable.Range(1, 41))));

        sent.Text.ShouldContain("The text has 41 lines; join some, it may have 40.");
        Wire.ShouldBeEmpty();
    }
}
