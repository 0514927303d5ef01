using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Roles;

/// <summary>Takes away a role that was given in chat.</summary>
internal sealed class RevokeRole(RoleChanges roles, HolderNames names, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new("role revoke", "take away a role that was given in chat", Role.Chief, [RoleChanges.Who])
    {
        Changes = true,
        Example = "/talks role revoke discord:main/user/456",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!roles.Find(call).Is(out var holder, out var refusal))
        {
            return refusal;
        }

        var book = await roles.StandingAsync(token);
        var given = await roles.GivenAsync(holder, token);
        var wording = await names.OfAsync(call.Caller, [holder], token);
        if (new RoleRules(book, call.Caller.Channel.ConnectionName, wording).RefuseRevoke(holder, given?.Role) is { } why)
        {
            return Reply.Refuse(why);
        }

        await roles.RevokeAsync(given!, call.Stamp(clock.GetCurrentInstant()), token);
        return Said(holder, wording.First(holder), given!.Role, await roles.StandingAsync(token));
    }

    private static Reply Said(ChannelAddress holder, string name, Role had, RoleBook book)
    {
        var leavesNone = had is Role.Chief && !book.Grants.NamesChiefs(holder.ConnectionName);
        var line = $"/talks role grant who:\"{holder}\" role:{had.Word()}";
        return Reply.Answer(new Post(
            $"{name} has the role {had.Word()} no more",
            Severity.Calm,
            [
                .. book.Configured.Of(holder) is { } floor ? [new PostPiece.Line($"The configuration still gives them the role {floor.Word()}.")] : Array.Empty<PostPiece>(),
                .. leavesNone ? [new PostPiece.Line($"No chief is named on {holder.ConnectionName} now, so the platform's own administrators are chiefs there.")] : Array.Empty<PostPiece>(),
                new PostPiece.Line($"To take it back later: {line}"),
            ]));
    }
}
