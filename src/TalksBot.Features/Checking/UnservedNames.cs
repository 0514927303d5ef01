using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Digests;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Text;
using TalksBot.Features.Settings;
using TalksBot.Storage;

namespace TalksBot.Features.Checking;

/// <summary>Finds follows and roles on connections that are not configured: nothing fails there, it only never happens.</summary>
/// <param name="db">The record.</param>
/// <param name="roles">The roles that the configuration names; those given in chat come and go with their people.</param>
/// <param name="subscriptions">Who gets digests outside chat.</param>
/// <param name="known">The connections there are; a host that names none has a terminal.</param>
public sealed class UnservedNames(TalksDb db, IOptions<RolesOptions> roles, IEnumerable<DigestSubscription> subscriptions, IEnumerable<KnownConnection> known)
{
    private const int MostNamed = 3;

    /// <summary>One finding for each connection that channels wait for, and for each role that nobody can have.</summary>
    public async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken token)
    {
        var follows = await db.Follows
            .Where(follow => follow.RemovedAt == null && follow.MutedBecause == null)
            .Join(
                db.Negotiations.Where(talks => talks.Status != TalksStatus.Closed),
                follow => follow.NegotiationId,
                talks => talks.Id,
                (follow, talks) => new { talks.Slug, follow.Channel })
            .ToListAsync(token);
        return
        [
            .. follows.Select(follow => (follow.Slug, follow.Channel))
                .Where(follow => !IsServed(follow.Channel))
                .GroupBy(follow => follow.Channel.ConnectionName, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Waiting(group.Key, [.. group])),
            .. roles.Value.Entries.Where(entry => ChannelAddress.TryParse(entry.Text, out var holder) && !IsServed(holder)).Select(Powerless),
            .. await NamelessAsync(token),
        ];
    }

    private async Task<IEnumerable<Finding>> NamelessAsync(CancellationToken token)
    {
        var slugs = subscriptions.Select(one => one.Talks).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var found = await db.Negotiations.Where(talks => slugs.Contains(talks.Slug)).Select(talks => talks.Slug).ToListAsync(token);
        return slugs.Except(found, StringComparer.OrdinalIgnoreCase).Select(slug => new Finding(
            IsFault: true, $"Digests of \"{Echo.Of(slug)}\" are subscribed to, but no talks are called that: correct the name in the settings, or open the talks"));
    }

    private bool IsServed(ChannelAddress address) => OperationsDesk.Serves(known, address);

    private static Finding Waiting(string connection, IReadOnlyList<(string Slug, ChannelAddress Channel)> follows)
    {
        var named = string.Join(", ", follows.Take(MostNamed).Select(follow => $"{follow.Channel} for {follow.Slug}"));
        var others = follows.Count > MostNamed ? $" and {follows.Count - MostNamed} more" : "";
        var (slug, channel) = follows[0];
        return new Finding(
            IsFault: true,
            $"{connection} is not configured, so {Typography.Count(follows.Count, "follow")} there {(follows.Count == 1 ? "waits" : "wait")} unheard ({named}{others}): "
            + $"configure {connection} again, or end each with /talks follow remove {slug} channel:{channel}");
    }

    private static Finding Powerless((Role Role, string Key, string Text) entry) => new(
        IsFault: true,
        $"{RolesOptions.Section}:{entry.Key} is \"{Echo.Of(entry.Text)}\", but no such connection is configured, so nobody has the role by it: correct the connection's name, or remove the entry");
}
