using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Posts;
using TalksBot.Features.Commands;
using TalksBot.Features.Roles;

namespace TalksBot.Features.Undoing;

/// <summary>Takes back what was done about a role, by the rules that hold for giving and taking roles.</summary>
internal sealed class UndoRole(RoleChanges roles, HolderNames names)
{
    /// <summary>Takes it back.</summary>
    /// <returns>What holds again, else the refusal.</returns>
    public async Task<Found<IReadOnlyList<PostPiece>>> TakeBackAsync(Act act, CommandCall call, Stamp stamp, CancellationToken token)
    {
        var part = act.Parts[0];
        _ = ChannelAddress.TryParse(part.Name, out var holder);
        var given = await roles.GivenAsync(holder!, token);
        var wording = await names.OfAsync(call.Caller, [holder!], token);
        if (given?.Role.Word() != part.After)
        {
            return Reply.Refuse($"The role of {wording.Of(holder!)} was changed again since, so that cannot be undone by itself; undo the later change first.");
        }

        Role? before = part.Before is null ? null : Enum.Parse<Role>(part.Before, ignoreCase: true);
        var rules = new RoleRules(await roles.StandingAsync(token), call.Caller.Channel.ConnectionName, wording);
        if ((before is { } wanted ? rules.RefuseGrant(holder!, wanted) : rules.RefuseRevoke(holder!, given!.Role)) is { } why)
        {
            return Reply.Refuse(why);
        }

        await (before is { } again ? roles.GrantAsync(holder!, again, stamp, token) : roles.RevokeAsync(given!, stamp, token));
        return new List<PostPiece> { new PostPiece.Line(before is { } holds ? $"{wording.First(holder!)} has the role {holds.Word()} again." : $"{wording.First(holder!)} has no role given in chat, as before.") };
    }
}

/// <summary>Takes back what was said about two accounts being one person.</summary>
internal sealed class UndoPeople(PeopleChanges people, HolderNames names)
{
    /// <summary>True for such a command: its part names one account, and reads as the other where a role's reads as a role.</summary>
    public static bool Concerns(Act act) => act.Parts is [{ } part, ..] && ChannelAddress.TryParse(part.Before ?? part.After, out _);

    /// <summary>Takes it back.</summary>
    /// <returns>What holds again, else the refusal.</returns>
    public async Task<Found<IReadOnlyList<PostPiece>>> TakeBackAsync(Act act, CommandCall call, Stamp stamp, CancellationToken token)
    {
        var part = act.Parts[0];
        var isJoining = part.Before is null;
        if (!ChannelAddress.TryParse(part.Name, out var one) || !ChannelAddress.TryParse(part.Before ?? part.After, out var other))
        {
            throw new InvalidOperationException($"The act {act.Key} names no two accounts.");
        }

        var wording = await names.OfAsync(call.Caller, [one, other], token);
        var pair = await people.FindAsync(one, other, token);
        if (pair is not null != isJoining)
        {
            return Reply.Refuse($"Whether {wording.Of(one)} and {wording.Of(other)} are one person was changed again since, so that cannot be undone by itself; undo the later change first.");
        }

        await (pair is not null ? people.PartAsync(pair, stamp, token) : people.JoinAsync(one, other, stamp, token));
        return new List<PostPiece> { new PostPiece.Line(isJoining ? $"{wording.First(one)} and {wording.Of(other)} are two people, as before." : $"{wording.First(one)} and {wording.Of(other)} are one person again.") };
    }
}
