using Shouldly;
using Xunit;

namespace TalksBot.Testing;

/// <content>What is for one person rather than for a channel.</content>
public abstract partial class CommandContract
{
    [Fact]
    public async Task Words_are_found_and_what_is_under_embargo_is_not()
    {
        await DoAsync(Ben, $"update add {Slug} \"The plants stay open.\" \"a senior US official\" tier:official");
        await DoAsync(Ben, $"update add {Slug} \"The plants close.\" \"a senior US official\" tier:official embargo:\"in 5h\"");

        var found = await Cleo.RunAsync("find plants");

        found.Text.ShouldContain("1 found");
        found.Text.ShouldContain("The plants stay open.");
        found.Text.ShouldNotContain("close");
    }

    [Fact]
    public async Task The_address_of_a_wall_is_told_whole_to_the_chief_who_made_it_and_to_nobody_else()
    {
        var before = Wire.Count;

        var made = await Ada.RunAsync($"wall add {Slug} label:lobby");
        var refused = await Cleo.RunAsync("wall list");
        var listed = await Ada.RunAsync("wall list");
        var revoked = await Ada.RunAsync("wall revoke W1");

        made.Text.ShouldMatch("http://127\\.0\\.0\\.1:8095/wall/[a-z2-7]{32}");
        refused.Text.ShouldContain("needs the role chief");
        listed.Text.ShouldContain("W1 shows US–Japan automotive talks – lobby");
        listed.Text.ShouldNotContain("/wall/");
        revoked.Text.ShouldContain("Wall W1 – lobby is taken away");
        Wire.Count.ShouldBe(before);
    }

    [Fact]
    public async Task The_token_of_a_program_is_told_whole_to_the_chief_who_made_it_and_to_nobody_else()
    {
        var before = Wire.Count;

        var made = await Ada.RunAsync($"api add {Slug} role:reporter label:CMS");
        var refused = await Cleo.RunAsync("api list");
        var listed = await Ada.RunAsync("api list");
        var revoked = await Ada.RunAsync("api revoke A1");

        made.Text.ShouldMatch("The token: [a-z2-7]{32}");
        refused.Text.ShouldContain("needs the role chief");
        listed.Text.ShouldContain("A1 opens US–Japan automotive talks to a program as reporter – CMS");
        revoked.Text.ShouldContain("API token A1 – CMS is taken away: it opens nothing any more");
        Wire.Count.ShouldBe(before);
    }

    [Fact]
    public async Task A_reminder_goes_to_whoever_asked_alone_follows_a_move_and_outlives_a_restart()
    {
        await DoAsync(Ben, $"deadline add {Slug} \"in 5h\" \"100% tariffs\"");

        var reply = await Cleo.RunAsync($"remind {Slug} D1 2h zone:Tokyo");
        await DoAsync(Ben, $"deadline move {Slug} D1 +1h");
        await RestartAsync();
        await PassAsync(Duration.FromMinutes(239));
        var before = Direct("cleo").Count;
        await PassAsync(Duration.FromMinutes(2));

        reply.Text.ShouldContain("You are reminded of D1 2 h before");
        Direct("cleo")[0].Text.ShouldContain("You asked for a reminder");
        before.ShouldBe(1);
        Direct("cleo").Count.ShouldBe(2);
        Direct("cleo")[1].Text.ShouldContain("2 h to go");
        Direct("cleo")[1].Text.ShouldContain("Tokyo");
        Direct("ben").ShouldBeEmpty();
        Wire.ShouldNotContain(message => message.Text.Contains("2 h to go", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reminders_are_listed_and_ended_by_whose_they_are()
    {
        await DoAsync(Ben, $"deadline add {Slug} \"in 5h\" \"100% tariffs\"");
        await Cleo.RunAsync($"remind {Slug} D1 2h");
        await Cleo.RunAsync($"remind {Slug} D1 1h");
        await Dora.RunAsync($"remind {Slug} D1 1h");

        var listed = await Cleo.RunAsync("remind list");
        var ended = await Cleo.RunAsync($"remind {Slug} D1 off");
        await PassAsync(Duration.FromHours(6));

        listed.Text.ShouldContain("You have 2 reminders");
        ended.Text.ShouldContain("2 reminders of D1");
        Direct("cleo").Count.ShouldBe(2);
        Direct("dora").Count.ShouldBe(2);
        (await Cleo.RunAsync("remind list")).Text.ShouldContain("You have no reminders");
    }

    [Fact]
    public async Task A_question_to_the_desk_is_put_off_by_its_button()
    {
        await DoAsync(Ben, $"deadline add {Slug} \"in 2h\" \"100% tariffs\"");
        await PassAsync(Duration.FromMinutes(136));

        var answers = await PressTogetherAsync(Operations[0], "Ask again in 1 h", Ben);
        await PassAsync(Duration.FromMinutes(50));
        var before = Operations.Count;
        await PassAsync(Duration.FromMinutes(15));

        answers.ShouldHaveSingleItem().ShouldContain("Asked again");
        Operations[0].Text.ShouldContain("wanted by ben");
        Operations[0].Buttons.ShouldNotContain("Ask again in 1 h");
        (before, Operations.Count).ShouldBe((1, 2));
        Operations[1].Text.ShouldContain("D1 passed 1 h 1");
    }

    [Fact]
    public async Task Whoever_covers_a_deadline_is_named_and_notified_in_its_alert()
    {
        await DoAsync(Ben, $"deadline add {Slug} \"in 2h\" \"100% tariffs\"");

        var reply = await Ben.RunAsync($"deadline cover {Slug} D1 \"Ada *Byron*\" ping:<@{AdaId}>");
        await PassAsync(Duration.FromMinutes(91));

        reply.Text.ShouldContain("D1 covered by Ada *Byron*");
        Wire[0].Text.ShouldContain("Ada *Byron*");
        Wire[0].Pings.ShouldHaveSingleItem().ShouldContain(AdaId);
    }
}
