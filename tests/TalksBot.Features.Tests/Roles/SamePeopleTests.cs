using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Roles;

/// <summary>One person with an account on each of two platforms.</summary>
public sealed class SamePeopleTests
{
    private const string Same = "role same discord:main/user/456 slack:main/user/U02BOB";
    private const string Flash = "update add us-japan-autos \"They have agreed\" \"a senior US official\" tier:official priority:flash";

    private static readonly Caller OnDiscord = Bob("discord", "user/456");
    private static readonly Caller OnSlack = Bob("slack", "user/U02BOB");

    [Fact]
    public async Task Nobody_approves_their_own_flash_with_another_account_of_theirs()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync(Same);
        await desk.RunAsync(Flash, OnDiscord);

        var own = await desk.RunAsync("update approve us-japan-autos #1", OnSlack);
        var another = await desk.RunAsync("update approve us-japan-autos #1", Bob("slack", "user/U07ANN"));

        own.Refused.ShouldBeTrue();
        own.Body.Heading.ShouldBe("#1 is your own flash; a second editor must approve it.");
        another.Refused.ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_is_joined_by_a_third_account_is_one_person_too()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("role same discord:main/user/456 discord:main/user/457");
        await desk.SayAsync("role same slack:main/user/U02BOB discord:main/user/457");
        await desk.RunAsync(Flash, OnDiscord);

        (await desk.RunAsync("update approve us-japan-autos #1", OnSlack)).Refused.ShouldBeTrue();
        (await desk.RefusedAsync(Same)).ShouldStartWith("Bob on discord:main and a person on slack:main (U02BOB) are one person already");
        (await desk.SayAsync("role list")).ShouldContain("Bob on discord:main = a person on discord:main (457) = a person on slack:main (U02BOB)");
    }

    [Fact]
    public async Task It_is_undone_and_taken_back_later_and_every_change_is_kept()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync(Same);

        var undone = await desk.SayAsync("undo");
        await desk.SayAsync(Same);
        await desk.SayAsync("role apart slack:main/user/U02BOB discord:main/user/456");
        await desk.RunAsync(Flash, OnDiscord);

        undone.ShouldContain("A person on discord:main (456) and a person on slack:main (U02BOB) are two people, as before.");
        (await desk.RunAsync("update approve us-japan-autos #1", OnSlack)).Refused.ShouldBeFalse();
        var audit = await desk.SayAsync("audit");
        audit.ShouldContain("discord:main/user/456 joined: slack:main/user/U02BOB");
        audit.ShouldContain("discord:main/user/456 parted: was slack:main/user/U02BOB");
    }

    [Theory]
    [InlineData("role same discord:main/user/456 slack:main/group/S1", "“slack:main/group/S1” is no person;")]
    [InlineData("role same discord:main/user/456 discord:main/user/456", "A person on discord:main (456) was named twice;")]
    [InlineData("role apart discord:main/user/456 slack:main/user/U1", "Nobody said that a person on discord:main (456) and a person on slack:main (U1) are one person;")]
    public async Task Refuses_what_cannot_be(string line, string why)
    {
        await using var desk = await NewsDesk.OpenAsync();

        (await desk.RefusedAsync(line)).ShouldStartWith(why);
    }

    [Fact]
    public async Task The_answer_to_a_flash_says_what_cannot_be_known()
    {
        await using var desk = await NewsDesk.OpenAsync();

        PostText.Write((await desk.RunAsync(Flash, OnDiscord)).Body).ShouldContain("Editors are told apart by account alone.");
    }

    private static Caller Bob(string platform, string account) => new("Bob", Role.Editor, new ChannelAddress(platform, "main", "900"))
    {
        Person = $"{platform}:main/{account}",
        HasAgreed = true,
    };
}
