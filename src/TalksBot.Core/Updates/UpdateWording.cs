using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Updates;

/// <summary>What the desk says of an update: always with its attribution, and beside every account that differs.</summary>
public static class UpdateWording
{
    /// <summary>The update as posted; where accounts differ they stand side by side and nobody is said to be right.</summary>
    public static Post Write(Negotiation talks, Update update)
    {
        var others = AccountsBeside(talks, update);
        var label = others.Count == 0 ? Label(update) : $"ACCOUNTS DIFFER · {Label(update)}";
        var pieces = new List<PostPiece> { Quote(update) };
        pieces.AddRange(others.Select(Quote));
        pieces.Add(Heard(talks, update));
        return new Post(label, Loudness(update.Priority), pieces)
        {
            DueOnClock = TimeWording.ClockTimeShort(update.HeardAt, talks.ClocksFrom(talks.Zone)[0]),
        };
    }

    /// <summary>One account with its number, its side and its attribution.</summary>
    public static PostPiece.Quote Quote(Update update) =>
        new(update.Text, $"{update.Name}{(update.Side.Length == 0 ? "" : $", {update.Side} side")}, {update.Attribution} ({update.Sourcing.Words()})") { Account = update.Name };

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

    internal static PostPiece.Moment Heard(Negotiation talks, Update update) =>
        new(update.HeardAt, $"Heard {TimeWording.ClockLine(update.HeardAt, talks.ClocksFrom(talks.Zone), update.HeardAt)}");

    private static string Label(Update update)
    {
        var name = $"Update {update.Name}{(update.Side.Length == 0 ? "" : $" · {update.Side}")} · {update.Sourcing.Words()}";
        name += update.Revisions.Count > 0 ? " · corrected" : "";
        return update.Priority < WirePriority.Regular ? $"{update.Priority.ToString().ToUpperInvariant()} · {name}" : name;
    }

    private static Severity Loudness(WirePriority priority) => priority switch
    {
        WirePriority.Flash or WirePriority.Bulletin => Severity.Pressing,
        WirePriority.Urgent => Severity.Notable,
        _ => Severity.Calm,
    };
}
