using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Features.Commands;
using TalksBot.Features.Settings;
using TalksBot.Features.Transactions;
using TalksBot.Storage;

namespace TalksBot.Features.Roles;

/// <summary>The roles given in chat, and their changes; all of the process goes by a change once it is committed.</summary>
internal sealed class RoleChanges(TalksDb db, RoleBook book, CommitEffects effects, IEnumerable<KnownConnection> known)
{
    /// <summary>Everybody may be asked for by this parameter.</summary>
    public static readonly ParameterSpec Who =
        new("who", ParameterKind.Person, "a person, role or group such as discord:main/user/456, or a mention") { Required = true };

    /// <summary>A person is asked for by this parameter, no role and no group.</summary>
    public static readonly ParameterSpec Person =
        new("who", ParameterKind.Person, "a person such as discord:main/user/456, or a mention") { Required = true };

    /// <summary>The roles as the database holds them now, also those that another process has given since this one looked.</summary>
    public async Task<RoleBook> StandingAsync(CancellationToken token)
    {
        var standing = new RoleBook(book.Configured);
        standing.Take(await db.GivenRoles.AsNoTracking().OrderBy(given => given.Id).ToListAsync(token));
        return standing;
    }

    /// <summary>The connections on which somebody could have a role; empty where the host names none.</summary>
    public IEnumerable<string> Connections => known.Select(connection => connection.Name).Where(name => name.Contains(':', StringComparison.Ordinal));

    /// <summary>Who is meant by the parameter <c>who</c>.</summary>
    public Found<ChannelAddress> Find(CommandCall call) => Find(call, Who);

    /// <summary>Which person is meant by a parameter.</summary>
    public Found<ChannelAddress> FindPerson(CommandCall call, ParameterSpec parameter) =>
        Find(call, parameter) is var found && found.Is(out var holder, out _) && !holder.Channel.StartsWith("user/", StringComparison.Ordinal)
            ? Reply.Refuse($"“{Echo.Of(call[parameter.Name])}” is no person; name an account such as discord:main/user/456, or mention somebody.")
            : found;

    private Found<ChannelAddress> Find(CommandCall call, ParameterSpec parameter)
    {
        var (holder, refusal) = RoleHolder.Read(call[parameter.Name], call.Caller.Channel);
        if (holder is null)
        {
            return Reply.Refuse(refusal!);
        }

        call.Understand(parameter.Name, holder.ToString());
        return OperationsDesk.Serves(known, holder)
            ? holder
            : Reply.Refuse($"TalksBot has no connection {Echo.Of(holder.ConnectionName)}; {Advice()}");
    }

    /// <summary>What was given to them in chat; null for nothing.</summary>
    public Task<GivenRole?> GivenAsync(ChannelAddress holder, CancellationToken token) =>
        db.GivenRoles.SingleOrDefaultAsync(given => given.To == holder, token);

    /// <summary>They have this role from now on.</summary>
    public async Task GrantAsync(ChannelAddress to, Role role, Stamp stamp, CancellationToken token)
    {
        var given = await GivenAsync(to, token);
        db.Changes.Add(new Change(stamp, to.ToString(), ChangeVerb.Granted, ChangeValue.Of(given?.Role.Word() ?? ""), ChangeValue.Of(role.Word())));
        if (given is null)
        {
            db.GivenRoles.Add(new GivenRole(to, role));
        }

        given?.Become(role);
        await GoByItAsync(token);
    }

    /// <summary>They have the role no more.</summary>
    public async Task RevokeAsync(GivenRole given, Stamp stamp, CancellationToken token)
    {
        db.Changes.Add(new Change(stamp, given.To.ToString(), ChangeVerb.Revoked, ChangeValue.Of(given.Role.Word()), ChangeValue.None));
        db.GivenRoles.Remove(given);
        await GoByItAsync(token);
    }

    private async Task GoByItAsync(CancellationToken token)
    {
        await db.SaveChangesAsync(token);
        var all = await db.GivenRoles.AsNoTracking().ToListAsync(token);
        effects.Then(() => book.Take(all));
    }

    private string Advice() => Connections.Any()
        ? $"there is {string.Join(" and ", Connections)}."
        : "roles are for people on Discord or Slack, and none of them is configured.";
}
