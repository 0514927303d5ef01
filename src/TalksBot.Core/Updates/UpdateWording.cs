using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Updates;

/// <summary>What the desk says of an update: always with its attribution, and beside every account that differs.</summary>
public static class UpdateWording
{
    /// <summary>The update as posted; where accounts differ they stand side by side and nobody is said to be right.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="update">The update.</param>
    /// <param name="clock">The clock of the channel that reads it.</param>
    /// <param name="now">The moment of writing.</param>
    public static Post Write(Negotiation talks, Update update, WallClock clock, Instant now)
    {
        var others = AccountsBeside(talks, update);
        return new Post(
            TalksHeading.OfSide(talks, update.Side),
            update.Priority <= WirePriority.Bulletin ? Severity.Pressing : Severity.Calm,
            others.Count == 0 ? [News(update, clock, now)] : [Account(update), .. others.Select(Account)])
        {
            Label = Label(update.Priority, isAlone: others.Count == 0),
            DiffersFrom = [.. others.Select(other => other.Name)],
            Own = update.Name,
            LeadsWithWords = true,
            DueOnClock = TimeWording.ClockTimeShort(now, talks.ClocksFrom(talks.Zone)[0]),
        };
    }

    /// <summary>The words of an update as news: who said them, how well that is sourced, when the desk heard it.</summary>
    public static PostPiece.Quote News(Update update, WallClock clock, Instant now) =>
        new(update.Text, string.Join(" · ", Facts(update, clock, now))) { Account = update.Name, Source = update.Link };

    /// <summary>One of several accounts: beside others it needs its number and its side.</summary>
    public static PostPiece.Quote Account(Update update) =>
        new(update.Text, string.Join(" · ", [$"{update.Name}{(update.Side.Length == 0 ? "" : $" {update.Side}")}", update.Attribution, update.Sourcing.Words(), .. update.Revisions.Count > 0 ? ["corrected"] : Array.Empty<string>()])) { Account = update.Name, Source = update.Link };

    /// <summary>One account with its number, its side and its attribution.</summary>
    public static PostPiece.Quote Quote(Update update) =>
        new(update.Text, $"{update.Name}{(update.Side.Length == 0 ? "" : $", {update.Side} side")}, {update.Attribution} ({update.Sourcing.Words()})") { Account = update.Name, Source = update.Link };

    /// <summary>The other accounts of the same matter, however many differ, oldest first.</summary>
    public static IReadOnlyList<Update> AccountsBeside(Negotiation talks, Update update)
    {
        var group = new List<Update>();
        Gather(talks, update, group, []);
        return [.. group.Where(other => other != update).OrderBy(other => other.Number)];
    }

    /// <summary>The accounts that differ, each group once, oldest first.</summary>
    public static IEnumerable<IReadOnlyList<Update>> DifferingAccounts(Negotiation talks)
    {
        var seen = new HashSet<Update>();
        foreach (var update in talks.Published.Where(update => !seen.Contains(update)))
        {
            var group = new List<Update>();
            Gather(talks, update, group, seen);
            if (group.Count > 1)
            {
                yield return [.. group.OrderBy(account => account.Number)];
            }
        }
    }

    private static void Gather(Negotiation talks, Update update, List<Update> group, HashSet<Update> seen)
    {
        var waiting = new Queue<Update>([update]);
        while (waiting.TryDequeue(out var account))
        {
            if (!seen.Add(account))
            {
                continue;
            }

            group.Add(account);
            foreach (var other in talks.AccountsAgainst(account))
            {
                waiting.Enqueue(other);
            }
        }
    }

    private static IEnumerable<string> Facts(Update update, WallClock clock, Instant now)
    {
        yield return update.Attribution;
        yield return update.Sourcing.Words();
        yield return $"heard {TimeWording.OnOwnClock(update.HeardAt, clock, now)}";
        if (update.Revisions.Count > 0)
        {
            yield return "corrected";
        }
    }

    /// <summary>Accounts that differ say so in front; only what presses needs a label beside that.</summary>
    private static string Label(WirePriority priority, bool isAlone) => priority switch
    {
        < WirePriority.Regular => priority.ToString().ToUpperInvariant(),
        _ => isAlone ? "UPDATE" : "",
    };
}
