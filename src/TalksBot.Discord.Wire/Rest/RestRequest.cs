using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TalksBot.Discord.Wire.Limits;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Wire.Rest;

/// <summary>One thing to ask of Discord.</summary>
internal sealed record RestRequest(Route Route, RequestBody? Body = null)
{
    /// <summary>A message ready to send, new each time since a message can be sent only once.</summary>
    public HttpRequestMessage ToMessage(DiscordWireOptions options, TimeProvider time)
    {
        var address = new Uri($"{options.ApiUrl.AbsoluteUri.TrimEnd('/')}{Route.Path}");
        var message = new HttpRequestMessage(Route.Method, address);
        message.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        if (!Route.ForInteraction)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bot", options.Token.Reveal());
        }

        if (Body is not null)
        {
            message.Content = new WatchedContent(Body.ToContent(), time);
        }

        return message;
    }
}

/// <summary>What one attempt brought: a status with its body (null if the body was lost), or the failure of having none.</summary>
/// <remarks>The reading is null when nothing was sent.</remarks>
internal sealed record Exchange(int Status, byte[]? Body, RateLimitReading? Reading, DiscordFailure? Failure = null)
{
    /// <summary>The limit that turned it away, with the wait that is kept; null where none did.</summary>
    public RateLimited? Limited { get; init; }

    public static Exchange Unsent(DiscordFailure failure) => new(0, null, null, failure);

    public static Exchange Unanswered(Ambiguous failure) => new(0, null, RateLimitReading.None, failure);
}

/// <summary>Which messages to list: 1–100, from the newest unless one of the three ends is given (discord.md §2).</summary>
public sealed record MessageRange(
    int Limit = 50, Snowflake? Before = null, Snowflake? After = null, Snowflake? Around = null)
{
    internal IReadOnlyList<KeyValuePair<string, string>> ToQuery()
    {
        List<KeyValuePair<string, string>> query = [new("limit", Limit.ToString(CultureInfo.InvariantCulture))];
        var end = (Before, After, Around) switch
        {
            ({ } before, _, _) => new("before", $"{before}"),
            (_, { } after, _) => new("after", $"{after}"),
            (_, _, { } around) => new("around", $"{around}"),
            _ => (KeyValuePair<string, string>?)null,
        };
        return end is null ? query : [.. query, end.Value];
    }
}

/// <summary>What a request carries, kept so that it can be sent more than once.</summary>
internal sealed class RequestBody
{
    private readonly byte[] _json;
    private readonly IReadOnlyList<FileUpload> _files;

    private RequestBody(byte[] json, IReadOnlyList<FileUpload> files) => (_json, _files) = (json, files);

    public static RequestBody Of<T>(T value, JsonTypeInfo<T> type, IReadOnlyList<FileUpload>? files = null) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, type), files ?? []);

    /// <summary>JSON alone, or multipart as soon as there are files (discord.md §3.2).</summary>
    public HttpContent ToContent() => _files.Count == 0 ? Json() : Multipart();

    private ByteArrayContent Json(string? name = null) =>
        Describe(new ByteArrayContent(_json), "application/json", name, filename: null);

    private MultipartContent Multipart()
    {
        var content = new MultipartContent("form-data");
        content.Add(Json("payload_json"));
        for (var n = 0; n < _files.Count; n++)
        {
            var (filename, bytes, _, type) = _files[n];
            content.Add(Describe(new ReadOnlyMemoryContent(bytes), type, $"files[{n}]", filename));
        }

        return content;
    }

    // .NET leaves the names bare; whether Discord takes that is unknown, so they are quoted here (discord.md §3.2).
    private static TContent Describe<TContent>(TContent part, string type, string? name, string? filename)
        where TContent : HttpContent
    {
        if (name is not null)
        {
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
            {
                Name = $"\"{name}\"",
                FileName = filename is null ? null : $"\"{filename}\"",
            };
        }

        part.Headers.ContentType = new(type);
        return part;
    }
}

/// <summary>Writes drafts and edits with the files they bring (discord.md §3.2).</summary>
internal static class MessageBodies
{
    public static RequestBody Of(MessageDraft draft) =>
        RequestBody.Of(Numbered(draft), WireJson.Default.MessageDraft, draft.Files);

    public static RequestBody Of(MessageEdit edit) =>
        RequestBody.Of(Numbered(edit), WireJson.Default.MessageEdit, edit.Files);

    public static MessageDraft Numbered(MessageDraft draft) =>
        draft with { Attachments = AttachmentNote.For(keep: null, draft.Files) };

    public static MessageEdit Numbered(MessageEdit edit) =>
        edit with { Attachments = AttachmentNote.For(edit.Keep, edit.Files) };
}
