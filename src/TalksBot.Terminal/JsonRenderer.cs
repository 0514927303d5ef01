using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Terminal;

/// <summary>One JSON object a line, for programs.</summary>
public sealed class JsonRenderer : ITerminalRenderer
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Duration OnTime = Duration.FromSeconds(1);

    /// <inheritdoc/>
    public string Write(ShownPost post)
    {
        var cause = post.Outgoing.Cause;
        var late = post.At - post.Outgoing.DueAt;
        return Line(new PostLine(
            TimeWording.Iso(post.At),
            TimeWording.Iso(post.Outgoing.DueAt),
            post.Outgoing.Channel.ToString(),
            cause.Kind.Name(),
            cause.Talks,
            cause.Subject,
            cause.Rung is { } rung ? TimeWording.Iso(rung) : null,
            post.Outgoing.Priority.ToString().ToLowerInvariant(),
            TimeWording.Iso(late < OnTime ? Duration.Zero : late),
            post.Reference,
            PostText.Write(post.Outgoing.Post))
        {
            Again = post.Note is ShownNote.Again,
            Edited = post.Note is ShownNote.Edited,
            Mention = post.Outgoing.Post.Mention,
        });
    }

    /// <inheritdoc/>
    public string Write(Reply reply, IReadOnlyList<OfferedChoice> choices) => Line(new ReplyLine(
        Reply: true,
        reply.Refused,
        PostText.Write(reply.Whole),
        [.. choices.Select(choice => new ReplyChoice(choice.Key, choice.Button.Label, choice.Button.Command))])
    {
        Preview = reply.IsPreview,
    });

    /// <inheritdoc/>
    public string WriteLine(string refusal) => Write(Reply.Refuse(refusal), []);

    /// <inheritdoc/>
    public string WriteTakenBack(ChannelAddress channel, string reference, Instant at) =>
        Line(new TakenBackLine(TimeWording.Iso(at), channel.ToString(), reference, Deleted: true));

    private static string Line<T>(T content) => JsonSerializer.Serialize(content, Options) + "\n";

    private sealed record PostLine(
        string At,
        string Due,
        string Channel,
        string Kind,
        string Talks,
        string Subject,
        string? Rung,
        string Priority,
        string Late,
        string Reference,
        string Text)
    {
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public bool Again { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public bool Edited { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Mention { get; init; }
    }

    private sealed record ReplyLine(bool Reply, bool Refused, string Text, IReadOnlyList<ReplyChoice> Choices)
    {
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public bool Preview { get; init; }
    }

    private sealed record ReplyChoice(string Key, string Label, string Command);

    private sealed record TakenBackLine(string At, string Channel, string Reference, bool Deleted);
}
