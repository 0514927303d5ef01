using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Roles;

/// <summary>Gives somebody, or a role or group of a platform, a role at the desk.</summary>
internal sealed class GrantRole(RoleChanges roles, HolderNames names, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "role grant",
        "give somebody, or a role or group of the platform, a role at the desk",
        Role.Chief,
        [
            RoleChanges.Who,
            new("role", ParameterKind.Choice, "reporter adds updates and sessions, editor runs talks, chief follows and roles") { Required = true, Choices = ["reporter", "editor", "chief"] },
            Parameters.Confirm,
        ])
    {
        Changes = true,
        Example = "/talks role grant discord:main/user/456 editor",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!roles.Find(call).Is(out var to, out var refusal))
        {
            return refusal;
        }

        var book = await roles.StandingAsync(token);
        var role = Enum.Parse<Role>(call["role"], ignoreCase: true);
        var wording = await names.OfAsync(call.Caller, [to], token);
        if (new RoleRules(book, call.Caller.Channel.ConnectionName, wording).RefuseGrant(to, role) is { } why)
        {
            return Reply.Refuse(why);
        }

        // The first chief named on a connection takes the place of its administrators.
        if (role is Role.Chief && !book.Grants.NamesChiefs(to.ConnectionName)
            && Agreement.Ask(call, $"{wording.First(to)} would be the first chief named on {to.ConnectionName}: the platform's own administrators are chiefs there no more, you too unless that is you") is { } ask)
        {
            return ask;
        }

        var before = (await roles.GivenAsync(to, token))?.Role;
        await roles.GrantAsync(to, role, call.Stamp(clock.GetCurrentInstant()), token);
        return Said(to, wording.First(to), role, before);
    }

    private static Reply Said(ChannelAddress to, string name, Role role, Role? before)
    {
        var line = before is { } had ? $"/talks role grant who:\"{to}\" role:{had.Word()}" : $"/talks role revoke who:\"{to}\"";
        return Reply.Answer(new Post(
            $"{name} has the role {role.Word()} from now on",
            Severity.Calm,
            [
                new PostPiece.Field("Before", before?.Word() ?? "no role given in chat"),
                new PostPiece.Line($"To take it back later: {line}"),
            ])
        {
            // Undo must not stand where "Do it" was a moment ago.
            Buttons = [new PostButton("Roles", "/talks role list")],
        });
    }
}
