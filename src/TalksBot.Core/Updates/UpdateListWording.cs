using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Updates;

/// <summary>What was said about talks, as answers list it: always with its attribution. Pure.</summary>
public static class UpdateListWording
{
    /// <summary>Updates, newest first; long ones are shown by their beginnings.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="page">Those of the page.</param>
    /// <param name="now">The moment of writing.</param>
    public static Post Write(Negotiation talks, Page<Update> page, Instant now) => new(
        $"{talks.Title}: {Typography.Count(page.Total, "update")}",
        Severity.Calm,
        page.Total == 0
            ? [new PostPiece.Line($"Add one: /talks update add {talks.Slug} …")]
            :
            [
                .. page.Items.SelectMany(update => Seen(talks, update).Prepend(Quote(talks, update, now))),
                .. page.Items.FirstOrDefault(update => Typography.Brief(update.Text) != update.Text) is { } longer
                    ? [new PostPiece.Line($"One of them whole: /talks update list {talks.Slug} update:{longer.Name}")]
                    : Array.Empty<PostPiece>(),
            ]);

    /// <summary>One update whole.</summary>
    public static Post Whole(Negotiation talks, Update update, Instant now)
    {
        var quote = Quote(talks, update, now);
        return new Post($"{talks.Title}: {update.Name}", Severity.Calm, [quote with { Text = update.Text }, .. Seen(talks, update)]);
    }

    /// <summary>The order of the list.</summary>
    public static IEnumerable<Update> InOrder(IEnumerable<Update> updates) => updates.OrderByDescending(update => update.HeardAt).ThenByDescending(update => update.Number);

    /// <summary>The beginning of an update with when it was heard and the accounts it differs from.</summary>
    public static PostPiece.Quote Quote(Negotiation talks, Update update, Instant now)
    {
        var quote = Heard(update, talks.ClocksFrom(talks.Zone)[0], now);
        return quote with { Attribution = quote.Attribution + Corrected(update) + Differs(talks, update) };
    }

    /// <summary>As in <c>#3 JP, reported by US officials (official), differs from #1: the text</c>.</summary>
    public static string Line(Negotiation talks, Update update)
    {
        var side = update.Side.Length == 0 ? "" : $" {update.Side}";
        return $"{update.Name}{side}, {update.Attribution} ({update.Sourcing.Words()}){Corrected(update)}{Differs(talks, update)}: {update.OneLine}";
    }

    /// <summary>The beginning of an update in two lines of a phone, with whose it is.</summary>
    internal static PostPiece.Quote Few(Update update)
    {
        var side = update.Side.Length == 0 ? "" : $" {update.Side}";
        return UpdateWording.Quote(update) with { Text = Typography.Shorten(update.OneLine, PhoneLines.Width), Attribution = $"{update.Name}{side}, {Typography.Shorten(update.Attribution, PhoneLines.Width - 10)}", Source = null };
    }

    /// <summary>The beginning of an update with when it was heard.</summary>
    internal static PostPiece.Quote Heard(Update update, WallClock clock, Instant now)
    {
        var quote = UpdateWording.Quote(update);
        return quote with
        {
            Text = Typography.Brief(quote.Text),
            Attribution = $"{quote.Attribution}, heard {TimeWording.ClockTime(TimeWording.Minute(update.HeardAt), clock, firstDate: null, now)}",
        };
    }

    /// <summary>Who has seen the correction: the last of them, and how many other channels.</summary>
    private static IEnumerable<PostPiece> Seen(Negotiation talks, Update update)
    {
        var words = talks.Changes
            .Where(change => change.Verb is ChangeVerb.Acknowledged && change.Subject == update.Name && talks.AcknowledgementOf(update.Name, change.Where) == change)
            .ToList();
        if (words.Count > 0)
        {
            var others = words.Count == 1 ? "" : $" and {Typography.Count(words.Count - 1, "other channel")}";
            yield return new PostPiece.Line($"{AcknowledgeWording.Line(words[^1], talks.ClocksFrom(talks.Zone)[0])} in {words[^1].Where}{others}") { Continues = true };
        }
    }

    private static string Corrected(Update update) => update.Revisions.Count == 0 ? "" : ", corrected";

    private static string Differs(Negotiation talks, Update update)
    {
        var others = talks.AccountsAgainst(update).Select(other => other.Name).ToList();
        return others.Count == 0 ? "" : $", differs from {Typography.And(others)}";
    }
}
