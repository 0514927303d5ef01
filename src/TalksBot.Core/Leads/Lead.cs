using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TalksBot.Core.Feeds;
using TalksBot.Core.Text;

namespace TalksBot.Core.Leads;

/// <summary>An item of a feed that speaks of what the desk follows. It is told once, and nothing of it is published unread.</summary>
public sealed class Lead
{
    /// <summary>As much of an item's words as is kept: an update has no room for more.</summary>
    public const int LongestText = UserText.ParagraphLimit;

    private Lead()
    {
    }

    /// <summary>An item is found.</summary>
    /// <param name="feed">The feed's row.</param>
    /// <param name="item">The item.</param>
    /// <param name="talks">The row of the talks that it speaks of; null where only the feed's own words were found.</param>
    /// <param name="now">When.</param>
    /// <param name="state">What becomes of it at first.</param>
    public Lead(int feed, FeedItem item, int? talks, Instant now, LeadState state)
    {
        FeedId = feed;
        Mark = MarkOf(item);
        NegotiationId = talks;
        FoundAt = now;
        State = state;
        Reads(item, now);
    }

    /// <summary>The row.</summary>
    public int Id { get; private set; }

    /// <summary>The feed's row.</summary>
    public int FeedId { get; private set; }

    /// <summary>What tells the item from others of its feed, as <see cref="MarkOf"/> writes it.</summary>
    public string Mark { get; private set; } = "";

    /// <summary>What tells its words from other words, as <see cref="WordsOf"/> writes it.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Its title; empty where it has none.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What it says; empty where that is the title alone.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Its page; null where it names none.</summary>
    public string? Link { get; private set; }

    /// <summary>When it was published, where it says so.</summary>
    public Instant? PublishedAt { get; private set; }

    /// <summary>When it was found.</summary>
    public Instant FoundAt { get; private set; }

    /// <summary>When it stood in its feed last, to a day.</summary>
    public Instant SeenAt { get; private set; }

    /// <summary>What became of it.</summary>
    public LeadState State { get; private set; }

    /// <summary>The row of the talks that it speaks of, or was published for; null where nobody knows.</summary>
    public int? NegotiationId { get; private set; }

    /// <summary>The number of the update that it became; null for none.</summary>
    public int? Update { get; private set; }

    /// <summary>The row of the lead that said the same before; null where none did.</summary>
    public int? SameAs { get; private set; }

    /// <summary>How often its words were changed since it was found.</summary>
    public int Changes { get; private set; }

    /// <summary>As commands and posts name it, such as <c>L12</c>.</summary>
    public string Name => $"L{Id}";

    /// <summary>The words that an update made from it would begin with: its title, and what it says where it has none.</summary>
    public string Words => Title.Length > 0 ? Title : Text;

    /// <summary>What tells an item from others of its feed: its own mark or, where it has none, its link and words.</summary>
    public static string MarkOf(FeedItem item) => Hashed(item.Id is { } id ? $"id\n{id}" : $"item\n{item.Link}\n{WordsOf(item)}");

    /// <summary>What tells an item's words from other words.</summary>
    public static string WordsOf(FeedItem item) => Hashed($"{UserText.OneLine(item.Title)}\n{UserText.OneLine(Kept(item.Text, LongestText))}");

    /// <summary>It reads so, from now on.</summary>
    public void Reads(FeedItem item, Instant now)
    {
        Changes += Hash.Length == 0 ? 0 : 1;
        Hash = WordsOf(item);
        Title = Kept(item.Title, UserText.LineLimit);
        Text = Kept(item.Text, LongestText);
        Link = item.Link is { } link && SourceLink.TryRead(link.AbsoluteUri, out var plain) ? plain.AbsoluteUri : null;
        PublishedAt = item.At;
        SeenAt = now;
    }

    /// <summary>It still stands in its feed.</summary>
    public void Seen(Instant now) => SeenAt = now;

    /// <summary>It is told.</summary>
    public void Tell() => State = LeadState.New;

    /// <summary>It says what another lead said before.</summary>
    public void Fold(Lead into) => (State, SameAs) = (LeadState.Folded, into.Id);

    /// <summary>It became an update.</summary>
    public void Publish(int talks, int update) => (State, NegotiationId, Update) = (LeadState.Published, talks, update);

    /// <summary>Nobody wants it, or wants anything done about how it reads now.</summary>
    public void Dismiss() => State = State is LeadState.Published ? State : LeadState.Dismissed;

    private static string Kept(string text, int most) => Typography.Shorten(text, most);

    private static string Hashed(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16)).ToLower(CultureInfo.InvariantCulture);
}

/// <summary>What became of a lead. Numbers are stored: never renumber.</summary>
public enum LeadState
{
    /// <summary>It stood in the feed when that was first read, or while the feed was muted: nobody was told.</summary>
    Passed = 0,

    /// <summary>The desk was told, and nobody has said yet what is to become of it.</summary>
    New = 1,

    /// <summary>It became an update.</summary>
    Published = 2,

    /// <summary>Nobody wants it.</summary>
    Dismissed = 3,

    /// <summary>Another lead said the same before.</summary>
    Folded = 4,
}
