using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Editing;

/// <summary>Every command that changes something offers to take it back, whoever may give it.</summary>
public sealed class UndoEverythingTests
{
    private const string Slug = FoundingNight.Slug;

    private static readonly string[] Prepared =
    [
        $"update add {Slug} \"First word\" \"a US official\" tier:official", $"update add {Slug} \"Second word\" \"a US official\" tier:official",
        $"update add {Slug} \"Later word\" \"a US official\" tier:official embargo:\"in 2h\"", $"session add {Slug} \"in 3h\"", $"session add {Slug} \"in 8h\"",
        $"point add {Slug} \"engines\"", $"deadline add {Slug} \"in 9h\" \"the other one\"", "open other \"Other talks\" follow:no zone:Geneva", "suspend other",
    ];

    [Theory]
    [InlineData("open third \"Third talks\" zone:Geneva")]
    [InlineData("suspend us-japan-autos")]
    [InlineData("resume other")]
    [InlineData("outcome us-japan-autos agreed \"They agree\"")]
    [InlineData("close us-japan-autos")]
    [InlineData("deadline add us-japan-autos \"in 5h\" \"one more\"")]
    [InlineData("deadline move us-japan-autos D1 +1h")]
    [InlineData("deadline met us-japan-autos D1")]
    [InlineData("deadline withdraw us-japan-autos D1")]
    [InlineData("session add us-japan-autos \"in 5h\"")]
    [InlineData("session move us-japan-autos S1 +1h")]
    [InlineData("session start us-japan-autos S1")]
    [InlineData("session cancel us-japan-autos S1")]
    [InlineData("update add us-japan-autos \"A slip\" \"a US official\" tier:official")]
    [InlineData("update add us-japan-autos \"A slip\" \"a US official\" tier:official priority:flash")]
    [InlineData("update correct us-japan-autos #1 \"A slip\"")]
    [InlineData("update kill us-japan-autos #1 \"a slip\"")]
    [InlineData("update dispute us-japan-autos #1 #2")]
    [InlineData("update embargo us-japan-autos #3 +1h")]
    [InlineData("update break us-japan-autos #3 \"a slip\"")]
    [InlineData("point add us-japan-autos \"glass\"")]
    [InlineData("point set us-japan-autos P1 side:US wording:\"open markets\"")]
    [InlineData("point settle us-japan-autos P1")]
    [InlineData("follow add us-japan-autos channel:terminal:wire")]
    [InlineData("follow set us-japan-autos channel:terminal:desk digest:09:00")]
    [InlineData("follow remove us-japan-autos channel:terminal:desk")]
    public async Task Every_change_is_taken_back(string line)
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        foreach (var prepared in Prepared)
        {
            await bot.DoAsync($"/talks {prepared}");
        }

        await bot.SettleAsync();
        var before = await RecordAsync(bot);
        var reply = await bot.SayAsync($"/talks {line}");
        reply.Refused.ShouldBeFalse(PostText.Write(reply.Body));
        await bot.SettleAsync();
        (await RecordAsync(bot)).ShouldNotBe(before);

        var undone = await bot.SayAsync(reply.Body.Buttons.Single(button => button.Label == "Undo").Command);
        await bot.SettleAsync();

        undone.Refused.ShouldBeFalse(PostText.Write(undone.Body));
        (await RecordAsync(bot)).ShouldBe(before);
        (await bot.EverythingAsync()).Split('\n').Where(text => text.Contains("A slip", StringComparison.OrdinalIgnoreCase))
            .ShouldAllBe(text => text.StartsWith("[does not hold any more", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_word_given_by_a_slip_is_taken_back_and_the_alert_asks_and_escalates_again()
    {
        await using var bot = await FoundingNight.StartAsync(Instant.FromUtc(1995, 6, 29, 3, 0), "30m, 0", "desk");
        await bot.DoAsync($"/talks follow set {Slug} escalate:@chief");
        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 3, 37));
        var reader = EditingDesk.Person("Rob", Role.Reader);
        var word = await bot.SayAsync($"/talks acknowledge {Slug} D1", reader);
        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 3, 40));
        bot.Shown("desk", DeliveryKind.Escalation).ShouldBeEmpty();

        (await bot.SayAsync(word.Body.Buttons.Single(button => button.Label == "Undo").Command, reader)).Refused.ShouldBeFalse();
        await bot.SettleAsync();

        bot.Shown("desk", DeliveryKind.Countdown).ShouldHaveSingleItem().ShouldNotContain("Acknowledged");
        bot.Platform.Showing.Single(seen => seen.Post.Cause.Kind is DeliveryKind.Countdown).Post.Post.Buttons.ShouldHaveSingleItem().Label.ShouldBe("Acknowledge");
        bot.Shown("desk", DeliveryKind.Undone).ShouldBeEmpty();
        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 3, 50));
        bot.Shown("desk", DeliveryKind.Escalation).ShouldHaveSingleItem();
        (await bot.SayAsync($"/talks acknowledge {Slug} D1", reader)).Refused.ShouldBeFalse();
    }

    [Fact]
    public async Task A_channel_removed_by_a_slip_still_gets_what_its_quiet_hours_kept()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.DoAsync($"/talks follow set {Slug} zone:Geneva quiet:13:00-15:00");
        await bot.AddAsync("They meet again");
        await bot.DoAsync($"/talks follow remove {Slug}");
        await bot.AdvanceAsync(Duration.FromMinutes(2));

        await bot.DoAsync("/talks undo");
        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 13, 0));

        bot.Seen.ShouldHaveSingleItem().Text.ShouldContain("They meet again");
    }

    [Theory]
    [InlineData("follow set us-japan-autos digest:09:00", "chief", Role.Editor)]
    [InlineData("deadline move us-japan-autos D1 +1h", "editor", Role.Reporter)]
    public async Task Taking_back_needs_the_role_of_the_command(string line, string role, Role lesser)
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        var undo = (await bot.SayAsync($"/talks {line}")).Body.Buttons.Single(button => button.Label == "Undo").Command;

        var reply = await bot.SayAsync(undo, EditingDesk.Person("Ed", lesser));

        reply.Refused.ShouldBeTrue();
        reply.Body.Heading.ShouldContain($"needs the role {role}, and so does taking it back");
    }

    private static async Task<string> RecordAsync(TestBot bot)
    {
        var talks = await bot.ReadAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(Storage.WholeTalks.Whole(db.Negotiations)));
        return string.Join('\n', talks.OrderBy(known => known.Slug, StringComparer.Ordinal).SelectMany(known => Core.Negotiations.Snapshots.TalksParts.Of(known)).Select(part => $"{part.Key}: {part.Value}"));
    }
}
