using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Wire.Tests.Models;

public sealed class EffectivePermissionsTests
{
    private const Permissions Posting = Permissions.ViewChannel | Permissions.SendMessages;

    private static readonly Snowflake _everyone = new(2);
    private static readonly Snowflake _desk = new(4);
    private static readonly Snowflake _bot = new(9);
    private static readonly DiscordGuild _guild = new(_everyone, "Paper", OwnerId: new(3));
    private static readonly DiscordMember _member = new(new(_bot, "bot"), Roles: [_desk]);

    [Fact]
    public void Adds_up_what_everyone_and_the_roles_may() =>
        In(desk: Permissions.EmbedLinks).ShouldBe(Posting | Permissions.EmbedLinks);

    [Fact]
    public void Lets_a_role_overwrite_beat_everyones() =>
        In(overwrites:
            [
                new(_everyone, OverwriteTarget.Role, Permissions.None, Permissions.SendMessages),
                new(_desk, OverwriteTarget.Role, Permissions.SendMessages, Permissions.None),
            ])
            .ShouldBe(Posting);

    [Fact]
    public void Lets_the_members_overwrite_beat_the_roles() =>
        In(overwrites:
            [
                new(_bot, OverwriteTarget.Member, Permissions.None, Permissions.SendMessages),
                new(_desk, OverwriteTarget.Role, Permissions.SendMessages, Permissions.None),
            ])
            .ShouldBe(Permissions.ViewChannel);

    [Fact]
    public void Leaves_nothing_in_a_channel_that_cannot_be_seen() =>
        In(overwrites: [new(_everyone, OverwriteTarget.Role, Permissions.None, Permissions.ViewChannel)])
            .ShouldBe(Permissions.None);

    [Fact]
    public void Lets_administrators_do_everything() =>
        In(
            desk: Permissions.Administrator,
            overwrites: [new(_everyone, OverwriteTarget.Role, Permissions.None, Permissions.ViewChannel)])
            .HasFlag(Permissions.PinMessages).ShouldBeTrue();

    [Fact]
    public void Does_not_take_an_unknown_member_for_an_unknown_owner() =>
        EffectivePermissions.In(
            new(new(1), ChannelType.Text), _guild with { OwnerId = null }, [], _member with { User = null })
            .ShouldBe(Permissions.None);

    private static Permissions In(
        Permissions desk = Permissions.None, IReadOnlyList<PermissionOverwrite>? overwrites = null) =>
        EffectivePermissions.In(
            new(new(1), ChannelType.Text, PermissionOverwrites: overwrites),
            _guild,
            [new(_everyone, "@everyone", Posting), new(_desk, "Desk", desk)],
            _member);
}
