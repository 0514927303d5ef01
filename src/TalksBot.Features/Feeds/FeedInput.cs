using TalksBot.Core.Commands;
using TalksBot.Core.Leads;
using TalksBot.Core.Text;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Feeds;

/// <summary>Reads what people write about a feed, and says it back.</summary>
internal static class FeedInput
{
    public static readonly ParameterSpec Label = new("label", ParameterKind.Text, "whose it is, as it may be printed; its own title when left out") { NamedOnly = true };

    public static readonly ParameterSpec Words = new("words", ParameterKind.Text, "words to look for, with commas between; all for every item, none for the names of the talks and their sides") { NamedOnly = true };

    public static readonly ParameterSpec Talks = new("talks", ParameterKind.Talks, "read it for these talks alone; for all that are open when left out") { NamedOnly = true };

    /// <summary>Reads an address; the sentence that refuses it, or null.</summary>
    public static string? Address(string typed, out Uri address)
    {
        var text = typed.Trim();
        var whole = text.StartsWith("feed://", StringComparison.OrdinalIgnoreCase) ? $"https://{text["feed://".Length..]}"
            : text.Contains("://", StringComparison.Ordinal) || text.Contains(' ', StringComparison.Ordinal) || !text.Contains('.', StringComparison.Ordinal) ? text
            : $"https://{text}";
        if (Uri.TryCreate(whole, UriKind.Absolute, out var named) && named.Scheme is not ("http" or "https"))
        {
            address = named;
            return Fetching.WebReader.Refuse(named);
        }

        var fault = SourceLink.Check(whole, out var link);
        address = link ?? new Uri("about:blank");
        return fault;
    }

    /// <summary>What is wanted of a feed from now on.</summary>
    /// <param name="call">The command.</param>
    /// <param name="find">Finds the talks.</param>
    /// <param name="before">What holds where the command says nothing.</param>
    public static async Task<Found<FeedWish>> WishAsync(CommandCall call, RecordLookup find, FeedWish before, CancellationToken token)
    {
        if (!ArgumentReader.Words(call, (Label.Name, NewsFeed.LongestLabel)).Is(out var label, out var refusal)
            || !ArgumentReader.WordsOrNothing(call, (Words.Name, NewsFeed.LongestWords)).Is(out var words, out refusal))
        {
            return refusal;
        }

        var talks = before.Talks;
        if (call.Find(Talks.Name) is not null)
        {
            if (!(await find.TalksAsync(call, token)).Is(out var of, out refusal))
            {
                return refusal;
            }

            talks = of.Id;
        }

        return new FeedWish(label.Or(Label.Name, before.Label), talks, words.Or(Words.Name, before.Words));
    }

    /// <summary>What is looked for in a feed, as in "holds “tariffs”".</summary>
    public static string Sought(NewsFeed feed, CommandCall call) => Sought(feed, call.Find(Talks.Name));

    /// <summary>The same where the talks are known by their slug.</summary>
    public static string Sought(NewsFeed feed, string? talks) => (feed.Words, talks) switch
    {
        ("", null) => "names open talks, or two of their sides",
        ("", var slug) => $"names {slug}, or two of its sides",
        (FeedWish.Everything, _) => "says anything at all",
        _ => $"holds {string.Join(" or ", feed.Words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => $"“{word}”"))}",
    };
}
