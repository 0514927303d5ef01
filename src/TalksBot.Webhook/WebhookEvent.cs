using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Webhook;

/// <summary>One event as its receiver reads it. Every text in it is plain; a page that shows it has to escape it.</summary>
/// <param name="Type"><c>post.created</c>, <c>post.updated</c>, <c>post.deleted</c> or <c>ping</c>.</param>
/// <param name="Timestamp">When it was sent, in UTC.</param>
/// <param name="Data">What it is about.</param>
internal sealed record WebhookEvent(string Type, string Timestamp, EventData Data)
{
    // Nothing of it is put into a page by us, and newsrooms read their own alphabets better than escapes.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>A post that is new to its channel.</summary>
    public static WebhookEvent Created(OutgoingPost post, Instant now) => new("post.created", TimeWording.Iso(now), Whole(post, post.Key.Value));

    /// <summary>A post as it reads from now on: corrected, struck, or a live status.</summary>
    public static WebhookEvent Updated(MessageAddress message, OutgoingPost post, Instant now) =>
        new("post.updated", TimeWording.Iso(now), Whole(post, message.MessageId));

    /// <summary>A post that was taken back: nothing of it is to be shown any more.</summary>
    public static WebhookEvent Deleted(MessageAddress message, Instant now) =>
        new("post.deleted", TimeWording.Iso(now), new EventData(message.Channel.Channel) { Id = message.MessageId });

    /// <summary>Asks whether events for a channel would be taken; nothing is to be shown.</summary>
    public static WebhookEvent Ping(string channel, Instant now) => new("ping", TimeWording.Iso(now), new EventData(channel));

    /// <summary>As it is sent.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    private static EventData Whole(OutgoingPost post, string id) => new(post.Channel.Channel)
    {
        Id = id,
        Reference = post.Key.ShortReference,
        Kind = post.Cause.Kind.Name(),
        Talks = post.Cause.Talks,
        Subject = post.Cause.Subject,
        Rung = post.Cause.Rung is { } rung ? TimeWording.Iso(rung) : null,
        Priority = post.Priority.ToString().ToLowerInvariant(),
        Due = TimeWording.Iso(post.DueAt),
        Severity = post.Post.Severity.ToString().ToLowerInvariant(),
        Title = post.Post.Title,
        Text = PostText.Write(post.Post),
        Pieces = [.. post.Post.Pieces.Select(EventPiece.Of)],
        Mention = post.Post.Mention,
        ReplyTo = post.Post.InReplyTo?.MessageId,
        PictureText = post.Post.Picture?.AltText,
    };
}

/// <summary>What an event is about; of a deletion and a ping only the channel and the id.</summary>
/// <param name="Channel">The channel behind the slash of its address.</param>
internal sealed record EventData(string Channel)
{
    /// <summary>The post's id, the same in every event about it.</summary>
    public string? Id { get; init; }

    /// <summary>The short reference that people quote.</summary>
    public string? Reference { get; init; }

    /// <summary>The published name of its kind, such as <c>countdown</c> or <c>correction</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>The slug of its talks.</summary>
    public string? Talks { get; init; }

    /// <summary>The record it is about, such as <c>D1</c> or <c>#3</c>.</summary>
    public string? Subject { get; init; }

    /// <summary>Of a countdown: how long before the deadline it is due, as an ISO 8601 duration.</summary>
    public string? Rung { get; init; }

    /// <summary>Its wire priority, such as <c>bulletin</c>.</summary>
    public string? Priority { get; init; }

    /// <summary>When it was to be seen, in UTC.</summary>
    public string? Due { get; init; }

    /// <summary>What it means to a reader, such as <c>nearing</c>.</summary>
    public string? Severity { get; init; }

    /// <summary>Its first line.</summary>
    public string? Title { get; init; }

    /// <summary>All of it as plain text.</summary>
    public string? Text { get; init; }

    /// <summary>Its body, piece by piece, for receivers that lay it out themselves.</summary>
    public IReadOnlyList<EventPiece>? Pieces { get; init; }

    /// <summary>Whom it should notify, as somebody of the desk typed it.</summary>
    public string? Mention { get; init; }

    /// <summary>The id of the post that it is about.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>What its picture would show, where it has one on platforms with pictures.</summary>
    public string? PictureText { get; init; }
}

/// <summary>One piece of a post's body.</summary>
/// <param name="Kind"><c>line</c>, <c>moment</c>, <c>quote</c>, <c>field</c>, <c>section</c>, <c>struck</c> or <c>link</c>.</param>
/// <param name="Text">Its words.</param>
internal sealed record EventPiece(string Kind, string Text)
{
    /// <summary>Of a moment: the instant, in UTC.</summary>
    public string? At { get; init; }

    /// <summary>Of a quote: who said it, as it may be printed.</summary>
    public string? Attribution { get; init; }

    /// <summary>Of what was said: where, on the web; <c>http</c> or <c>https</c>.</summary>
    public string? Link { get; init; }

    /// <summary>Of a field: its name.</summary>
    public string? Name { get; init; }

    /// <summary>Of a quote: the update whose words they are, such as <c>#3</c>.</summary>
    public string? Account { get; init; }

    public static EventPiece Of(PostPiece piece) => Shape(piece) with { Account = piece.Account };

    private static EventPiece Shape(PostPiece piece) => piece switch
    {
        PostPiece.Line line => new("line", line.Text),
        PostPiece.Moment moment => new("moment", moment.Written) { At = TimeWording.Iso(moment.At) },
        PostPiece.Quote quote => new("quote", quote.Text) { Attribution = quote.Attribution, Link = quote.Source?.AbsoluteUri },
        PostPiece.Sourced sourced => new("line", sourced.Text) { Link = sourced.To.AbsoluteUri },
        PostPiece.Field field => new("field", field.Value) { Name = field.Name },
        PostPiece.Section section => new("section", section.Title),
        PostPiece.Struck struck => new("struck", struck.Text),
        PostPiece.Link or PostPiece.Audience => new("link", PostText.Write(piece)),
        _ => throw new UnreachableException(),
    };
}
