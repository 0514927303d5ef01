using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Features.Commands;
using TalksBot.Features.Transactions;
using TalksBot.Storage;

namespace TalksBot.Features.Roles;

/// <summary>Ties a connection to the server on which its code is given; until then it obeys none.</summary>
internal sealed class ClaimServer(TalksDb db, ServerClaims claims, ClaimCodes codes, CommitEffects effects, IEnumerable<KnownConnection> known, IClock clock)
    : IDeclaredCommand
{
    private static readonly ParameterSpec Code = new("code", ParameterKind.Text, "the code that TalksBot prints where it runs") { Required = true };

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "claim", "make TalksBot obey this server, with the code that it prints where it runs", Role.Reader, [Code])
    {
        Changes = true,
        IsFinal = true,
        Example = "/talks claim K7QM-2HXD-9RTB",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var connection = call.Caller.Channel.ConnectionName;
        if (!known.Any(one => one.Name == connection && one.NeedsClaim)
            || await db.ClaimedServers.AnyAsync(claim => claim.Connection == connection, token))
        {
            return Reply.Refuse($"Nothing needs to be claimed: which server {connection} obeys is settled.");
        }

        if (call.Caller.Server is not { } server || !call.Caller.RunsServer)
        {
            return Reply.Refuse("A server is claimed on it, by somebody who may manage it (Manage Server); ask one of them to give the code.");
        }

        var now = clock.GetCurrentInstant();
        return codes.Try(connection, server, call[Code.Name], now) switch
        {
            ClaimTry.Right => await ClaimAsync(call, server, now, token),
            ClaimTry.Wrong => Reply.Refuse("That is not the code; copy the one that TalksBot printed when it started last."),
            ClaimTry.TooMany => Reply.Refuse($"Too many wrong codes were given; wait {ClaimCodes.Window.TotalMinutes:0} minutes, then give the right one."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Reply> ClaimAsync(CommandCall call, string server, Instant now, CancellationToken token)
    {
        var connection = call.Caller.Channel.ConnectionName;
        var stamp = call.Stamp(now);
        call.Understand(Code.Name, "spent");
        db.ClaimedServers.Add(new ClaimedServer(connection, server, stamp));
        db.Changes.Add(new Change(stamp, connection, ChangeVerb.Claimed, ChangeValue.None, ChangeValue.Of($"server {server}")));
        await db.SaveChangesAsync(token);
        var all = await db.ClaimedServers.AsNoTracking().ToListAsync(token);
        effects.Then(() =>
        {
            codes.Spend(connection);
            claims.Take(all);
        });
        return Reply.Answer(
            $"{connection} obeys this server from now on, and no other",
            new PostPiece.Line("Those who may manage the server are chiefs here until a chief is named: /talks role grant."),
            new PostPiece.Line("The commands appear within a minute; reload Discord (Ctrl+R) if they do not."));
    }
}
