using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Updates;

/// <summary>What was said about talks, as answers list it: always with its attribution. Pure.</summary>
public static class UpdateListWording
{
    /// <summary>Every update, newest last.</summary>
    public static Post Write(Negotiation talks, Instant now)
    {
        var published = talks.Published.ToList();
        var heading = $"{talks.Title}: {Typography.Count(published.Count, "update")}";
        if (published.Count == 0)
        {
            return new Post(heading, Severity.Calm, [new PostPiece.Line($"Add one: /talks update add {talks.Slug} …")]);
        }

        var updates = published.OrderBy(update => update.HeardAt);
        return new Post(heading, Severity.Calm, [.. updates.SelectMany(update => Acknowledged(talks, update).Prepend(Quote(talks, update, now)))]);
    }

    /// <summary>The accounts that differ, side by side under a heading each; nobody is said to be right.</summary>
    public static IEnumerable<PostPiece> DifferingAccounts(Negotiation talks, WallClock clock, Instant now)
    {
        foreach (var accounts in UpdateWording.DifferingAccounts(talks))
        {
            yield return new PostPiece.Section($"Accounts differ: {Typography.And([.. accounts.Select(account => account.Name)])}");
            foreach (var account in accounts)
            {
                yield return Heard(account, clock, now);
            }
        }
    }

    /// <summary>An update with when it was heard and the accounts it differs from.</summary>
    public static PostPiece Quote(Negotiation talks, Update update, Instant now)
    {
        var quote = Heard(update, talks.ClocksFrom(talks.Zone)[0], now);
        return quote with { Attribution = quote.Attribution + Corrected(update) + Differs(talks, update) };
    }

    /// <summary>As in <c>#3 JP, reported by US officials (official), differs from #1: the text</c>.</summary>
    public static string Line(Negotiation talks, Update update)
    {
        var side = update.Side.Length == 0 ? "" : $" {update.Side}";
        return $"{update.Name}{side}, {update.Attribution} ({update.Sourcing.Words()}){Corrected(update)}{Differs(talks, update)}: {update.Text}";
    }

    private static PostPiece.Quote Heard(Update update, WallClock clock, Instant now)
    {
        var quote = UpdateWording.Quote(update);
        return quote with { Attribution = $"{quote.Attribution}, heard {TimeWording.ClockTime(update.HeardAt, clock, firstDate: null, now)}" };
    }

    /// <summary>Who has seen the correction, one line a channel.</summary>
    private static IEnumerable<PostPiece> Acknowledged(Negotiation talks, Update update) => talks.Changes
        .Where(change => change.Verb is ChangeVerb.Acknowledged && change.Subject == update.Name && talks.AcknowledgementOf(update.Name, change.Where) == change)
        .Select(change => new PostPiece.Line($"{AcknowledgeWording.Line(change, talks.ClocksFrom(talks.Zone)[0])} in {change.Where}"));

    private static string Corrected(Update update) => update.Revisions.Count == 0 ? "" : ", corrected";

    private static string Differs(Negotiation talks, Update update)
    {
        var others = talks.AccountsAgainst(update).Select(other => other.Name).ToList();
        return others.Count == 0 ? "" : $", differs from {Typography.And(others)}";
    }
}
