using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Core.Feeds;
using TalksBot.Core.Leads;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Features.Commands;
using TalksBot.Features.Fetching;
using TalksBot.Storage;

namespace TalksBot.Features.Feeds;

/// <summary>Has a news feed read, whose leads are told where the command is said.</summary>
internal sealed class AddFeed(TalksDb db, RecordLookup find, WebReader web, IClock clock) : IDeclaredCommand, IAskFirst
{
    /// <summary>Somebody waits for the answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private static readonly ParameterSpec Address = new("address", ParameterKind.Text, "where the feed is: a web address") { Required = true };

    private Feed? _read;

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "feed add",
        "have a news feed read, and what it says about the talks told here as leads",
        Role.Editor,
        [Address, FeedInput.Label, FeedInput.Words, FeedInput.Talks])
    {
        Changes = true,
        IsFinal = true,
        Example = "/talks feed add https://www.example.org/trade/rss.xml label:Example words:\"luxury cars, tariffs\"",
    };

    /// <inheritdoc/>
    public async Task<Reply?> AskAsync(CommandCall call, CancellationToken token)
    {
        if (FeedInput.Address(call[Address.Name], out var address) is { } fault)
        {
            return Reply.Refuse(fault) with { Field = Address.Name };
        }

        var reading = await web.ReadAsync(FeedAsks.Of(address) with { Within = Patience }, token);
        switch (reading)
        {
            case WebReading.Refusal refusal:
                return Reply.Refuse(refusal.Sentence) with { Field = Address.Name };
            case WebReading.Answer { Status: not 200 } answer:
                return Reply.Refuse($"{address.IdnHost} answers with status {answer.Status}, and no feed.") with { Field = Address.Name };
            case WebReading.Answer answer:
                switch (FeedReader.Read(answer.Body, answer.Headers.ContentType, answer.Address))
                {
                    case FeedReading.Refused refused:
                        return Refused(call, refused);
                    case FeedReading.Understood understood:
                        _read = understood.Feed;
                        return null;
                }

                break;
        }

        throw new System.Diagnostics.UnreachableException();
    }

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var read = _read ?? new Feed("", []);
        if (FeedInput.Address(call[Address.Name], out var address) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        if (call.Caller.IsDirect)
        {
            return Reply.Refuse("Leads are told to the desk: say this in the channel in which they shall be told.");
        }

        if (!(await FeedInput.WishAsync(call, find, Named(read, address), token)).Is(out var wish, out var refusal))
        {
            return refusal;
        }

        var (where, channel) = (address.AbsoluteUri, call.Caller.Channel);
        if (await db.Feeds.FirstOrDefaultAsync(known => known.Address == where && known.Channel == channel && known.NegotiationId == wish.Talks, token) is { } known)
        {
            return Reply.Refuse($"{known.Name} reads that feed for this channel already; /talks feed set {known.Name} changes what is wanted of it.");
        }

        var stamp = call.Stamp(clock.GetCurrentInstant());
        var feed = new NewsFeed(address, wish, channel, stamp);
        db.Feeds.Add(feed);
        await db.SaveChangesAsync(token);
        db.Changes.Add(new Change(stamp, feed.Name, ChangeVerb.Added, ChangeValue.None, ChangeValue.Of($"{feed.Label} ({feed.Host})")));
        return Reply.Answer(
            $"{feed.Name} added · {feed.Label}",
            new PostPiece.Line($"What is new in it is told here as a lead where it {FeedInput.Sought(feed, call)}."),
            new PostPiece.Line($"{Typography.Capital(Typography.Count(read.Items.Count, "item"))} there now, which are passed over."),
            new PostPiece.Line($"To change or end that: /talks feed set {feed.Name} and /talks feed remove {feed.Name}"));
    }

    private static FeedWish Named(Feed read, Uri address) => new(UserText.Check("The label", Typography.Shorten(read.Title, NewsFeed.LongestLabel), NewsFeed.LongestLabel, out var title) is null ? title : SourceLink.Site(address), Talks: null, Words: "");

    private static Reply Refused(CommandCall call, FeedReading.Refused refused) => refused.Instead.Count == 0
        ? Reply.Refuse(refused.Sentence) with { Field = Address.Name }
        : Reply.Refuse($"{refused.Sentence} It names {Typography.Count(refused.Instead.Count, "feed")}:", [.. refused.Instead.Select(feed => new PostButton(feed.AbsoluteUri, call.Retyped(Address.Name, feed.AbsoluteUri)))]);
}
